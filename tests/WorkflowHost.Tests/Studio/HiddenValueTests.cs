using System.Text.Json.Nodes;
using WorkflowHost.Features.Workflows.Instances;
using static WorkflowHost.Tests.Studio.StudioCalls;

namespace WorkflowHost.Tests.Studio;

/// <summary>What the viewer shows to a designer who may read no case.</summary>
[Collection(StudioCollection.Name)]
public sealed class HiddenValueTests(StudioHost host)
{
    private const string Secret = "Marie-Ange";

    private const string WaitAnHour =
        """{"id":"d1","type":"Elsa.Delay","version":1,"name":"Delay1","timeSpan":{"typeName":"TimeSpan","expression":{"type":"Literal","value":"01:00:00"}}}""";

    private readonly HttpClient _reader = host.Designer();
    private readonly HttpClient _designer = host.DesignerOnly();

    [Fact]
    public async Task Values_that_may_come_from_a_case_are_covered_everywhere()
    {
        var id = await RunAsync(SetName.Replace("Uno", Secret, StringComparison.Ordinal), WaitForEvent);
        var record = (await _reader.ReadAsync($"/activity-executions/list?WorkflowInstanceId={id}&ActivityNodeId=Workflow1:3ec15ad6b30e8f7a:a1"))["items"]![0]!;
        string[] reads =
        [
            $"/workflow-instances/{id}", $"/workflow-instances/{id}/variables", $"/workflow-instances/{id}/export", $"/activity-executions/list?WorkflowInstanceId={id}",
            $"/activity-executions/by-id?id={record.Text("id")}", $"/activity-executions/{record.Text("id")}/call-stack",
        ];

        foreach (var path in reads)
        {
            (await TextAsync(_designer, path)).ShouldNotContain(Secret, Case.Sensitive, path);
            (await TextAsync(_reader, path)).ShouldContain(Secret, Case.Sensitive, path);
        }

        var covered = await _designer.ReadAsync($"/workflow-instances/{id}/variables");
        covered["items"]![0].Text("name").ShouldBe("Nombre");
        covered["items"]![0].Text("value").ShouldBe(HiddenValues.Cover);
        var journal = await _designer.ReadAsync($"/workflow-instances/{id}/journal");
        journal.ToJsonString().ShouldNotContain(Secret);
    }

    [Fact]
    public async Task A_name_of_an_instance_is_neither_shown_nor_found()
    {
        var id = await RunAsync(SetName.Replace("Uno", Secret + " " + Guid.NewGuid().ToString("N"), StringComparison.Ordinal), WaitForEvent);
        var name = (await _reader.ReadAsync($"/workflow-instances/{id}")).Text("name");

        var search = new JsonObject { ["searchTerm"] = name, ["page"] = 0, ["pageSize"] = 10 };
        var found = await _reader.CallAsync("/workflow-instances", search.DeepClone());
        var hidden = await _designer.CallAsync("/workflow-instances", search);
        var all = await _designer.CallAsync("/workflow-instances", new JsonObject { ["workflowInstanceIds"] = new JsonArray(id) });

        found["items"]!.AsArray().ShouldHaveSingleItem().Text("name").ShouldBe(name);
        hidden["totalCount"]!.GetValue<int>().ShouldBe(0);
        all["items"]!.AsArray().ShouldHaveSingleItem()!["name"].ShouldBeNull();
    }

    [Fact]
    public async Task A_process_that_only_computes_shows_its_values_to_its_designer()
    {
        var id = await RunAsync(SetName.Replace("Uno", Secret, StringComparison.Ordinal), WaitAnHour);

        (await TextAsync(_designer, $"/workflow-instances/{id}/variables")).ShouldContain(Secret);
        (await TextAsync(_designer, $"/activity-executions/list?WorkflowInstanceId={id}")).ShouldContain(Secret);
    }

    [Fact]
    public async Task Trying_an_activity_of_ours_out_shows_no_values()
    {
        var definition = await _designer.CreateWithAsync(
            """{"id":"n1","type":"WorkflowHost.EmitEvent","version":1,"name":"EmitEvent1","eventType":{"typeName":"String","expression":{"type":"Literal","value":"Marie-Ange"}}}""");
        var body = JsonNode.Parse($$$"""
            {"workflowDefinitionHandle":{"definitionVersionId":"{{{definition.Text("id")}}}"},"activityHandle":{"activityId":"n1"}}
            """)!;

        var shown = await _reader.CallAsync("/tests/activities", body.DeepClone());
        var covered = await _designer.CallAsync("/tests/activities", body);

        shown["activityState"]!.ToJsonString().ShouldContain(Secret);
        covered["activityState"]!.ToJsonString().ShouldNotContain(Secret);
        covered.Text("status").ShouldBe(shown.Text("status"));
    }

    private async Task<string> RunAsync(params string[] activities)
    {
        var draft = await _reader.CreateWithAsync(activities);
        draft["variables"] = JsonNode.Parse($$"""[{"id":"v1","name":"Nombre","typeName":"String","isArray":false,"value":"{{Secret}}","storageDriverTypeName":"WorkflowInstanceStorageDriver"}]""");
        var saved = (await _reader.SaveAsync(draft))["workflowDefinition"]!;
        return (await _reader.CallAsync($"/workflow-definitions/{saved.Text("definitionId")}/execute", new JsonObject())).Text("workflowInstanceId");
    }

    private static async Task<string> TextAsync(HttpClient client, string path) => await client.GetStringAsync(Api + path);
}
