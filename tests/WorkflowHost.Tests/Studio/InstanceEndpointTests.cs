using System.Net;
using System.Text.Json.Nodes;
using static WorkflowHost.Tests.Studio.StudioCalls;

namespace WorkflowHost.Tests.Studio;

[Collection(StudioCollection.Name)]
public sealed class InstanceEndpointTests(StudioHost host)
{
    private readonly HttpClient _studio = host.Designer();

    [Fact]
    public async Task Running_answers_in_headers_and_takes_the_latest_version_even_unpublished()
    {
        var draft = await _studio.CreateWithAsync(SetName, WaitForEvent);

        var id = await RunAsync(draft);

        var instance = await _studio.ReadAsync($"/workflow-instances/{id}");
        instance.Text("definitionVersionId").ShouldBe(draft.Text("id"));
        instance.Text("status").ShouldBe("Running");
        instance.Text("subStatus").ShouldBe("Suspended");
        instance.Text("name").ShouldBe("Uno");
    }

    [Fact]
    public async Task The_viewer_gets_the_state_document_it_insists_on()
    {
        var id = await RunAsync(await _studio.CreateWithAsync(SetName, WaitForEvent));

        var state = (await _studio.ReadAsync($"/workflow-instances/{id}"))["workflowState"]!;

        state.Text("id").ShouldBe(id);
        state["incidents"].ShouldBeOfType<JsonArray>().ShouldBeEmpty();
        state["bookmarks"]!.AsArray().ShouldHaveSingleItem().Text("activityId").ShouldBe("a2");
        state["activityExecutionContexts"]!.AsArray().Count(c => c!["parentContextId"] is null).ShouldBe(1);
    }

    [Fact]
    public async Task The_execution_state_has_both_names_of_the_sub_status()
    {
        var id = await RunAsync(await _studio.CreateWithAsync(WaitForEvent));

        var state = await _studio.ReadAsync($"/workflow-instances/{id}/execution-state");

        (state.Text("status"), state.Text("subStatus"), state.Text("workflowSubStatus")).ShouldBe(("Running", "Suspended", "Suspended"));
        state["updatedAt"]!.GetValue<DateTimeOffset>().Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task The_journal_is_ordered_filtered_and_paged()
    {
        var id = await RunAsync(await _studio.CreateWithAsync(SetName, WaitForEvent));
        var filter = new JsonObject { ["filter"] = new JsonObject { ["excludedActivityTypes"] = new JsonArray("Elsa.Workflow", "Elsa.Flowchart") } };

        var all = await _studio.CallAsync($"/workflow-instances/{id}/journal?skip=0&take=110", new JsonObject { ["filter"] = null });
        var page = await _studio.CallAsync($"/workflow-instances/{id}/journal?skip=1&take=2", filter);

        var sequences = all["items"]!.AsArray().Select(i => i!["sequence"]!.GetValue<long>()).ToList();
        sequences.ShouldBe(sequences.Order());
        all["items"]![0].Text("activityType").ShouldBe("Elsa.Workflow");
        page["items"]!.AsArray().Count.ShouldBe(2);
        page["items"]!.AsArray().ShouldAllBe(i => i!.Text("nodeId").StartsWith("Workflow1:3ec15ad6b30e8f7a:a", StringComparison.Ordinal));
        page["totalCount"]!.GetValue<int>().ShouldBeLessThan(all["totalCount"]!.GetValue<int>());
        (await _studio.CallAsync($"/workflow-instances/{id}/journal?skip=0&take=9", new JsonObject
        {
            ["filter"] = new JsonObject { ["eventNames"] = new JsonArray("Faulted") },
        }))["totalCount"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task Badges_records_and_the_call_stack_tell_of_each_activity()
    {
        var id = await RunAsync(await _studio.CreateWithAsync(SetName, WaitForEvent));

        var stats = (await _studio.CallAsync("/activity-executions/report", new JsonObject
        {
            ["workflowInstanceId"] = id, ["activityNodeIds"] = new JsonArray("Workflow1:3ec15ad6b30e8f7a:a1", "Workflow1:3ec15ad6b30e8f7a:a2"),
        }))["stats"]!.AsArray();
        var records = (await _studio.ReadAsync($"/activity-executions/list?WorkflowInstanceId={id}&ActivityNodeId=Workflow1%3A3ec15ad6b30e8f7a%3Aa2"))["items"]!.AsArray();
        var summaries = (await _studio.ReadAsync($"/activity-execution-summaries/list?WorkflowInstanceId={id}&ActivityNodeId=Workflow1"))["items"]!.AsArray();

        stats.Select(s => (s!.Text("activityId"), s.Number("completedCount"), s.Flag("isBlocked"))).ShouldBe([("a1", 1, false), ("a2", 0, true)]);
        summaries.ShouldHaveSingleItem().Text("activityType").ShouldBe("Elsa.Workflow");
        var record = records.ShouldHaveSingleItem()!;
        foreach (var values in new[] { "activityState", "payload", "outputs", "properties", "metadata" })
            record[values].ShouldBeOfType<JsonObject>(values);
        record.Text("status").ShouldBe("Running");
        var byId = await _studio.ReadAsync($"/activity-executions/by-id?id={record.Text("id")}");
        byId.ToJsonString().ShouldBe(record.ToJsonString());
        var stack = await _studio.ReadAsync($"/activity-executions/{record.Text("id")}/call-stack?includeCrossWorkflowChain=True");
        stack["items"]!.AsArray().Select(r => r.Text("activityType")).First().ShouldBe("Elsa.Workflow");
        stack["items"]!.AsArray()[^1].Text("id").ShouldBe(record.Text("id"));
        stack.Number("totalCount").ShouldBe(stack["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task Variables_come_with_their_values()
    {
        var draft = await _studio.CreateWithAsync(WaitForEvent);
        draft["variables"] = JsonNode.Parse("""
            [{"id":"v1","name":"Amount","typeName":"Int32","isArray":false,"value":"5","storageDriverTypeName":"WorkflowInstanceStorageDriver"}]
            """);
        var id = await RunAsync((await _studio.SaveAsync(draft))["workflowDefinition"]!.AsObject());

        var variable = (await _studio.ReadAsync($"/workflow-instances/{id}/variables"))["items"]!.AsArray().ShouldHaveSingleItem()!;

        (variable.Text("id"), variable.Text("name"), variable.Number("value")).ShouldBe(("v1", "Amount", 5));
    }

    [Fact]
    public async Task The_list_filters_and_survives_the_body_Studio_sends()
    {
        var definition = await _studio.CreateWithAsync(WaitForEvent);
        var id = await RunAsync(definition);
        var body = JsonNode.Parse($$"""
            {"page":0,"pageSize":10,"searchTerm":"","definitionId":null,"definitionIds":["{{definition.Text("definitionId")}}"],"correlationId":null,
             "version":null,"hasIncidents":false,"isSystem":false,"status":null,"statuses":["Running"],"subStatus":null,"subStatuses":["Suspended"],
             "orderBy":null,"orderDirection":"Descending","timestampFilters":[{"column":"CreatedAt","operator":"GreaterThanOrEqual","timestamp":"2020-01-01T00:00:00Z"}]}
            """)!;

        var list = await _studio.CallAsync("/workflow-instances", body.DeepClone());
        body["statuses"] = new JsonArray("Finished");
        var none = await _studio.CallAsync("/workflow-instances", body);

        list["items"]!.AsArray().ShouldHaveSingleItem().Text("id").ShouldBe(id);
        list["totalCount"]!.GetValue<int>().ShouldBe(1);
        none["totalCount"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task Cancelling_ends_an_instance_with_two_l_and_its_activities_with_one()
    {
        var id = await RunAsync(await _studio.CreateWithAsync(WaitForEvent));

        await _studio.CallAsync($"/cancel/workflow-instances/{id}", null, HttpStatusCode.NoContent);

        (await _studio.ReadAsync($"/workflow-instances/{id}")).Text("subStatus").ShouldBe("Cancelled");
        var records = await _studio.ReadAsync($"/activity-executions/list?WorkflowInstanceId={id}&ActivityNodeId=Workflow1:3ec15ad6b30e8f7a:a2");
        records["items"]![0].Text("status").ShouldBe("Canceled");
    }

    [Fact]
    public async Task All_that_match_a_filter_are_cancelled_and_no_other()
    {
        var definition = await _studio.CreateWithAsync(WaitForEvent);
        var ids = new[] { await RunAsync(definition), await RunAsync(definition) };
        var other = await RunAsync(await _studio.CreateWithAsync(WaitForEvent));

        var answer = await _studio.CallAsync("/alterations/submit", JsonNode.Parse($$$"""
            {"id":null,"alterations":[{"type":"Cancel"}],"filter":{"emptyFilterSelectsAll":true,"definitionIds":["{{{definition.Text("definitionId")}}}"]}}
            """));

        answer.Text("planId").ShouldNotBeEmpty();
        foreach (var id in ids)
            (await _studio.ReadAsync($"/workflow-instances/{id}")).Text("subStatus").ShouldBe("Cancelled");
        (await _studio.ReadAsync($"/workflow-instances/{other}")).Text("status").ShouldBe("Running");
    }

    [Fact]
    public async Task The_instances_of_one_version_are_cancelled_from_the_list_of_definitions()
    {
        var definition = await _studio.CreateWithAsync(WaitForEvent);
        var id = await RunAsync(definition);

        await _studio.CallAsync("/bulk-actions/cancel/workflow-instances", JsonNode.Parse(
            $$"""{"ids":null,"definitionVersionId":"{{definition.Text("id")}}","definitionId":null,"versionOptions":null}"""));

        (await _studio.ReadAsync($"/workflow-instances/{id}")).Text("status").ShouldBe("Finished");
    }

    [Fact]
    public async Task Deleting_removes_an_instance_with_its_history()
    {
        var id = await RunAsync(await _studio.CreateWithAsync(WaitForEvent));

        using var deleted = await _studio.DeleteAsync($"{Api}/workflow-instances/{id}");

        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await _studio.StatusAsync($"/workflow-instances/{id}")).ShouldBe(HttpStatusCode.NotFound);
        (await _studio.ReadAsync($"/activity-executions/list?WorkflowInstanceId={id}"))["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_an_instance_began_with_stays_when_its_draft_is_changed()
    {
        var draft = await _studio.CreateWithAsync(WaitForEvent);
        var id = await RunAsync(draft);
        draft["root"]!["activities"]!.AsArray().Add(JsonNode.Parse(Finish));

        var saved = (await _studio.SaveAsync(draft))["workflowDefinition"]!;

        saved.Number("version").ShouldBe(2);
        var versionId = (await _studio.ReadAsync($"/workflow-instances/{id}")).Text("definitionVersionId");
        (await _studio.ReadAsync($"/workflow-definitions/by-id/{versionId}"))["root"]!["activities"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_activity_is_tried_out_with_test_values_and_nothing_is_stored()
    {
        var draft = await _studio.CreateWithAsync(SetName.Replace(
            "{\"type\":\"Literal\",\"value\":\"Uno\"}", "{\"type\":\"JavaScript\",\"value\":\"'n' + variables.Amount\"}", StringComparison.Ordinal));
        draft["variables"] = JsonNode.Parse("""[{"id":"v1","name":"Amount","typeName":"Int32","isArray":false,"value":"5"}]""");
        draft["customProperties"] = JsonNode.Parse("""{"VariableTestValues":{"v1":7}}""");
        var saved = (await _studio.SaveAsync(draft))["workflowDefinition"]!;

        var answer = await _studio.CallAsync("/tests/activities", JsonNode.Parse($$$"""
            {"workflowDefinitionHandle":{"definitionId":null,"versionOptions":null,"definitionVersionId":"{{{saved.Text("id")}}}"},
             "activityHandle":{"activityId":"a1","activityNodeId":null,"activityInstanceId":null,"activityHash":null}}
            """));

        answer.Text("status").ShouldBe("Completed");
        answer["activityState"].Text("Value").ShouldBe("n7");
        var list = await _studio.CallAsync("/workflow-instances", new JsonObject { ["definitionId"] = saved.Text("definitionId") });
        list["totalCount"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task The_viewer_finds_the_way_to_a_nested_node()
    {
        var draft = await _studio.CreateWithAsync("""
            {"id":"w1","type":"Elsa.While","version":1,"name":"While1","condition":{"typeName":"Boolean","expression":{"type":"Literal","value":"False"}},
             "body":{"id":"s1","type":"Elsa.Sequence","version":1,"name":"Sequence1","activities":[{"id":"n1","type":"Elsa.SetName","version":1,"name":"SetName9"}]}}
            """);

        var found = await _studio.ReadAsync($"/workflow-definitions/subgraph/segments/{draft.Text("id")}?childNodeId=Workflow1:3ec15ad6b30e8f7a:w1:s1:n1");

        found["childNode"]!["activity"].Text("name").ShouldBe("SetName9");
        found["container"]!["activity"].Text("id").ShouldBe("s1");
        found["pathSegments"]!.AsArray().Select(s => (s!.Text("activityId"), s.Text("portName"))).ShouldBe([("w1", "Body"), ("s1", "Activities")]);
        (await _studio.StatusAsync($"/workflow-definitions/subgraph/segments/{draft.Text("id")}?childNodeId=Workflow1:no"))
            .ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Scripts_are_completed_with_the_variables_of_the_definition()
    {
        var draft = await _studio.CreateWithAsync(SetName);
        draft["variables"] = JsonNode.Parse("""[{"id":"v1","name":"Edad","typeName":"Int32","isArray":false,"value":null}]""");
        await _studio.SaveAsync(draft);

        using var response = await _studio.SendJsonAsync($"/scripting/javascript/type-definitions/{draft.Text("definitionId")}", new JsonObject());

        var types = await response.Content.ReadAsStringAsync();
        types.ShouldContain("declare function getEdad(): number;");
        types.ShouldContain("Edad: number;");
    }

    private async Task<string> RunAsync(JsonObject definition)
    {
        using var response = await _studio.SendJsonAsync(
            $"/workflow-definitions/{definition.Text("definitionId")}/execute",
            JsonNode.Parse("""{"correlationId":null,"triggerActivityId":null,"versionOptions":"Latest","input":null}"""));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.GetValues("x-elsa-workflow-cannot-start").ShouldBe(["False"]);
        return response.Headers.GetValues("x-elsa-workflow-instance-id").Single();
    }
}
