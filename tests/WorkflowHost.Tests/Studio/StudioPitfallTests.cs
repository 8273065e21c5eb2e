using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using WorkflowHost.Features.Workflows.Wire;
using static WorkflowHost.Tests.Studio.StudioCalls;

namespace WorkflowHost.Tests.Studio;

/// <summary>Pitfalls of elsa-studio-contract 7.2 that no other test stands for; docs/studio.md names the test of each.</summary>
[Collection(StudioCollection.Name)]
public sealed class StudioPitfallTests(StudioHost host)
{
    private readonly HttpClient _studio = host.Designer();

    [Fact]
    public async Task An_error_of_the_program_leaves_as_a_400_with_a_reference()
    {
        var context = new DefaultHttpContext { TraceIdentifier = "the-reference" };
        context.Request.Method = "GET";
        context.RequestServices = host.Services;
        context.Response.Body = new MemoryStream();

        await new StudioApiGuard(_ => throw new InvalidOperationException("A bug."), NullLogger<StudioApiGuard>.Instance).InvokeAsync(context);

        context.Response.StatusCode.ShouldBe(400);
        context.Response.Body.Position = 0;
        var answer = (await JsonSerializer.DeserializeAsync<JsonObject>(context.Response.Body))!;
        answer["errors"]!["generalErrors"]![0]!.GetValue<string>().ShouldContain("the-reference");
        answer.ToJsonString().ShouldNotContain("A bug.");
    }

    [Fact]
    public async Task The_page_gives_an_absolute_address_without_a_slash_at_the_end()
    {
        var page = await _studio.GetStringAsync("/studio/workflows/definitions");
        var script = await _studio.GetStringAsync("/studio-page/studio-page.js");

        page.ShouldContain("data-api=\"/elsa/api\"");
        script.ShouldContain("setAttribute('remote-endpoint', location.origin + api)");
    }

    [Fact]
    public async Task The_page_names_the_elements_that_are_registered_and_sets_callbacks_after_their_definition()
    {
        var script = await _studio.GetStringAsync("/studio-page/studio-page.js");

        foreach (var element in new[] { "definition-list", "definition-editor", "instance-list", "instance-viewer" })
            script.ShouldContain($"'elsa-workflow-{element}'");
        script.ShouldNotContain("elsa-studio-workflow");
        script.IndexOf("whenDefined", StringComparison.Ordinal).ShouldBeLessThan(script.IndexOf(".editWorkflowDefinition =", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_hub_answers_beside_the_API_and_not_below_it()
    {
        using var beside = await _studio.PostAsync("/elsa/hubs/workflow-instance/negotiate?negotiateVersion=1", null);
        using var below = await _studio.PostAsync("/elsa/api/hubs/workflow-instance/negotiate?negotiateVersion=1", null);

        (beside.StatusCode, below.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task No_input_is_written_by_the_date_picker_whose_text_depends_on_the_culture()
    {
        var inputs = (await _studio.ReadAsync("/descriptors/activities"))["items"]!.AsArray().SelectMany(a => a!["inputs"]!.AsArray());

        inputs.Select(input => input.Text("uiHint")).ShouldNotContain("datetime-picker");
    }

    [Fact]
    public async Task A_log_setting_without_its_default_gets_one()
    {
        var draft = await _studio.CreateWithAsync(SetName.Replace(
            "\"version\":1", "\"version\":1,\"customProperties\":{\"logPersistenceConfig\":{\"inputs\":{}}}", StringComparison.Ordinal));
        draft["customProperties"] = JsonNode.Parse("""{"logPersistenceConfig":{}}""");

        var saved = (await _studio.SaveAsync(draft))["workflowDefinition"]!;

        saved["customProperties"]!["logPersistenceConfig"]!["default"].Text("evaluationMode").ShouldBe("Strategy");
        saved["root"]!["activities"]![0]!["customProperties"]!["logPersistenceConfig"]!["default"].ShouldNotBeNull();
    }

    [Fact]
    public async Task The_root_type_of_a_workflow_used_as_a_step_is_a_text()
    {
        var child = await _studio.CreateWithAsync(SetName);
        child["options"]!["usableAsActivity"] = true;
        child = await _studio.PublishAsync(child);

        var descriptor = (await _studio.ReadAsync("/descriptors/activities"))["items"]!.AsArray()
            .Single(item => item!["displayName"]?.GetValue<string>() == child.Text("name"))!;

        descriptor["customProperties"]!["RootType"]!.GetValueKind().ShouldBe(JsonValueKind.String);
        descriptor["customProperties"].Text("RootType").ShouldBe("WorkflowDefinitionActivity");
    }

    [Fact]
    public async Task Restored_instances_are_counted_with_both_numbers()
    {
        var answer = await _studio.CallAsync("/bulk-actions/import/workflow-instances", null);

        (answer.Number("count"), answer.Number("imported")).ShouldBe((0, 0));
    }
}
