using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using static WorkflowHost.Tests.Studio.StudioCalls;

namespace WorkflowHost.Tests.Studio;

[Collection(StudioCollection.Name)]
public sealed class DescriptorEndpointTests(StudioHost host)
{
    private readonly HttpClient _studio = host.Designer();

    [Fact]
    public async Task Every_activity_has_what_Studio_crashes_without()
    {
        var activities = await ItemsAsync("/descriptors/activities?Refresh=True");

        foreach (var activity in activities)
        {
            var type = activity.Text("typeName");
            activity["ports"].ShouldBeOfType<JsonArray>(type);
            activity["outputs"].ShouldBeOfType<JsonArray>(type);
            activity["customProperties"].ShouldBeOfType<JsonObject>(type);
            activity.Number("version").ShouldBeGreaterThan(0, type);
            new[] { "Action", "Trigger", "Job", "Task" }.ShouldContain(activity.Text("kind"), type);
            foreach (var input in activity["inputs"]!.AsArray())
            {
                input.Text("uiHint").ShouldNotBeEmpty(type);
                input!["isBrowsable"].ShouldNotBeNull(type);
                (input["uiSpecifications"]?["code-editor"]?["editorHeight"]).ShouldBeNull(type);
            }
        }
    }

    [Theory]
    [InlineData("WorkflowHost.FormTask", "Form", "valoracion-medica")]
    [InlineData("WorkflowHost.FormTask", "Role", "enfermeria")]
    [InlineData("WorkflowHost.ReservePlace", "Site", "crea")]
    [InlineData("WorkflowHost.RecordFact", "FactType", "comida")]
    public async Task What_names_something_of_the_plan_is_picked_from_a_list(string type, string name, string choice)
    {
        var activity = (await ItemsAsync("/descriptors/activities")).Single(a => a.Text("typeName") == type);
        var input = activity["inputs"]!.AsArray().Single(i => i.Text("name") == name)!;

        input.Text("uiHint").ShouldBe("dropdown");
        input["uiSpecifications"]!["dropdown"]!["selectList"]!["items"]!.AsArray().Select(item => item.Text("value")).ShouldContain(choice);
    }

    [Fact]
    public async Task Every_converter_and_strategy_of_the_engine_is_offered()
    {
        (await ItemsAsync("/descriptors/output-converters")).Select(item => item.Text("id")).ShouldBe(Engine.OutputConverters.Ids, ignoreOrder: true);
        (await ItemsAsync("/descriptors/commit-strategies/workflows")).Skip(1).Select(item => item.Text("name")).ShouldBe(Engine.CommitStrategies.OfWorkflows);
        (await ItemsAsync("/descriptors/commit-strategies/activities")).Skip(1).Select(item => item.Text("name")).ShouldBe(Engine.CommitStrategies.OfActivities);
    }

    [Fact]
    public async Task A_type_and_version_occurs_once_and_the_containers_are_there()
    {
        var activities = await ItemsAsync("/descriptors/activities");

        activities.GroupBy(a => (a.Text("typeName"), a.Number("version"))).ShouldAllBe(g => g.Count() == 1);
        var types = activities.Select(a => a.Text("typeName")).ToList();
        string[] required =
        [
            "Elsa.Flowchart", "Elsa.Sequence", "Elsa.StateMachine", "Elsa.Workflow", "Elsa.NotFoundActivity", "WorkflowHost.FormTask",
        ];
        required.ShouldBeSubsetOf(types);
    }

    [Fact]
    public async Task Editors_that_write_plain_lists_are_not_wrapped()
    {
        string[] plain = ["switch-editor", "flow-switch-editor", "http-status-codes"];

        var inputs = (await ItemsAsync("/descriptors/activities")).SelectMany(a => a["inputs"]!.AsArray());

        inputs.Where(i => plain.Contains(i.Text("uiHint"))).ShouldAllBe(i => !i.Flag("isWrapped"));
    }

    [Fact]
    public async Task A_form_task_has_dynamic_outcomes()
    {
        var task = (await ItemsAsync("/descriptors/activities")).Single(a => a.Text("typeName") == "WorkflowHost.FormTask");

        task["inputs"]!.AsArray().Single(i => i.Text("name") == "Outcomes").Text("uiHint").ShouldBe("dynamic-outcomes");
    }

    [Fact]
    public async Task The_list_of_activities_is_not_sent_twice_to_who_has_it()
    {
        using var first = await _studio.GetAsync($"{Api}/descriptors/activities");
        using var again = new HttpRequestMessage(HttpMethod.Get, $"{Api}/descriptors/activities");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await _studio.SendAsync(again);

        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task JavaScript_is_the_first_expression_offered()
    {
        var expressions = await ItemsAsync("/descriptors/expression-descriptors");

        expressions.First(e => e.Flag("isBrowsable")).Text("type").ShouldBe("JavaScript");
        expressions.Select(e => e.Text("type")).ShouldBe(["Literal", "Object", "Json", "Delegate", "JavaScript", "Liquid", "Variable", "Input"]);
        expressions.Single(e => e.Text("type") == "JavaScript")["properties"].Text("MonacoLanguage").ShouldBe("javascript");
    }

    [Theory]
    [InlineData("/descriptors/workflow-activation-strategies", "typeName", "AllowAlwaysStrategy")]
    [InlineData("/descriptors/incident-strategies", "typeName", "FaultStrategy")]
    [InlineData("/descriptors/log-persistence-strategies", "typeName", "Inherit")]
    [InlineData("/descriptors/commit-strategies/workflows", "name", "Default")]
    [InlineData("/descriptors/commit-strategies/activities", "name", "Default")]
    [InlineData("/descriptors/storage-drivers", "typeName", "WorkflowInstanceStorageDriver")]
    [InlineData("/descriptors/variables", "typeName", "Object")]
    public async Task Pickers_have_a_default_in_front_and_unique_keys(string path, string key, string first)
    {
        var items = await ItemsAsync(path);

        items[0].Text(key).ShouldContain(first);
        items.Select(i => i.Text(key)).ShouldBeUnique();
        items.ShouldAllBe(i => i.Text("displayName").Length > 0);
    }

    [Fact]
    public async Task Only_the_feature_that_works_is_advertised() =>
        (await ItemsAsync("/features/installed")).Select(f => f.Text("fullName")).ShouldBe(["Elsa.RealTimeWorkflowUpdates"]);

    private async Task<List<JsonNode>> ItemsAsync(string path) =>
        [.. (await _studio.ReadAsync(path))["items"]!.AsArray().Select(i => i!)];
}
