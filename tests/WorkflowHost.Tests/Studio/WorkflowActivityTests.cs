using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkflowHost.Data;
using static WorkflowHost.Tests.Studio.StudioCalls;

namespace WorkflowHost.Tests.Studio;

/// <summary>A workflow used as a step of another, when it gets a new version.</summary>
[Collection(StudioCollection.Name)]
public sealed class WorkflowActivityTests(StudioHost host)
{
    private readonly HttpClient _studio = host.Designer();

    [Fact]
    public async Task A_consumer_goes_on_with_the_version_it_names()
    {
        var child = await ChildAsync(leadsConsumers: false);
        var consumer = await _studio.PublishAsync(await _studio.CreateWithAsync(await StepAsync(child)));

        await _studio.PublishAsync(child);

        (await StoredStepAsync(consumer.Text("definitionId"))).Text("workflowDefinitionVersionId").ShouldBe(child.Text("id"));
        (await RunAsync(consumer)).ShouldBe("Finished");
    }

    [Fact]
    public async Task A_child_that_says_so_leads_published_consumers_to_a_new_published_version()
    {
        var child = await ChildAsync(leadsConsumers: true);
        var consumer = await _studio.PublishAsync(await _studio.CreateWithAsync(await StepAsync(child)));

        var next = await _studio.PublishAsync(child);

        var step = await StoredStepAsync(consumer.Text("definitionId"));
        step.Text("workflowDefinitionVersionId").ShouldBe(next.Text("id"));
        step.Number("version").ShouldBe(2);
        var versions = await VersionsAsync(consumer.Text("definitionId"));
        versions.Select(v => (v.Version, v.IsPublished, v.IsLatest)).ShouldBe([(1, false, false), (2, true, true)]);
        (await RunAsync(consumer)).ShouldBe("Finished");
    }

    [Fact]
    public async Task A_draft_is_led_in_place()
    {
        var child = await ChildAsync(leadsConsumers: true);
        var draft = await _studio.CreateWithAsync(await StepAsync(child));

        var next = await _studio.PublishAsync(child);

        (await StoredStepAsync(draft.Text("definitionId"))).Text("workflowDefinitionVersionId").ShouldBe(next.Text("id"));
        (await VersionsAsync(draft.Text("definitionId"))).ShouldHaveSingleItem().IsPublished.ShouldBeFalse();
    }

    private async Task<JsonObject> ChildAsync(bool leadsConsumers)
    {
        var child = await _studio.CreateWithAsync(SetName);
        child["options"]!["usableAsActivity"] = true;
        child["options"]!["autoUpdateConsumingWorkflows"] = leadsConsumers;
        return await _studio.PublishAsync(child);
    }

    private async Task<string> StepAsync(JsonObject child)
    {
        var toolbox = (await _studio.ReadAsync("/descriptors/activities"))["items"]!.AsArray();
        var descriptor = toolbox.Single(item => item!["displayName"]?.GetValue<string>() == child.Text("name"));
        return new JsonObject
        {
            ["id"] = "parte", ["type"] = descriptor.Text("typeName"), ["version"] = 1, ["name"] = "Parte1",
            ["workflowDefinitionId"] = child.Text("definitionId"), ["workflowDefinitionVersionId"] = child.Text("id"),
        }.ToJsonString();
    }

    private async Task<JsonNode> StoredStepAsync(string definitionId)
    {
        var definition = await _studio.ReadAsync($"/workflow-definitions/by-definition-id/{definitionId}?versionOptions=Latest");
        return definition["root"]!["activities"]!.AsArray().Single()!;
    }

    private async Task<List<StoredDefinition>> VersionsAsync(string definitionId)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkDb>();
        return await db.Definitions.AsNoTracking().Where(d => d.DefinitionId == definitionId).OrderBy(d => d.Version).ToListAsync();
    }

    private async Task<string> RunAsync(JsonObject definition)
    {
        var run = await _studio.CallAsync($"/workflow-definitions/{definition.Text("definitionId")}/execute", new JsonObject());
        return (await _studio.ReadAsync($"/workflow-instances/{run.Text("workflowInstanceId")}")).Text("subStatus");
    }
}
