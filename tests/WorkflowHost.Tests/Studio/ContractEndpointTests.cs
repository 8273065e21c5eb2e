using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using static WorkflowHost.Tests.Studio.StudioCalls;

namespace WorkflowHost.Tests.Studio;

/// <summary>
/// Every endpoint that elsa-studio-contract section 2 marks MUST or SHOULD, and the MAYs that are answered, each with the call
/// Studio makes: it is there, it answers what Studio survives, and what it answers has the members Studio reads.
/// </summary>
[Collection(StudioCollection.Name)]
public sealed class ContractEndpointTests(StudioHost host)
{
    private readonly HttpClient _studio = host.Designer();

    /// <summary>Method, path and body with places in braces; the status; members of the answer, or what kind of file it is.</summary>
    public static TheoryData<string, string, string?, int, string> Calls() => new()
    {
        { "GET", "/features/installed", null, 200, "items,count" },
        { "GET", "/descriptors/activities?Refresh=True", null, 200, "items,count" },
        { "GET", "/descriptors/expression-descriptors", null, 200, "items,count" },
        { "GET", "/descriptors/workflow-activation-strategies", null, 200, "items,count" },
        { "GET", "/descriptors/incident-strategies", null, 200, "items,count" },
        { "GET", "/descriptors/log-persistence-strategies", null, 200, "items,count" },
        { "GET", "/descriptors/commit-strategies/workflows", null, 200, "items,count" },
        { "GET", "/descriptors/commit-strategies/activities", null, 200, "items,count" },
        { "GET", "/descriptors/storage-drivers", null, 200, "items" },
        { "GET", "/descriptors/variables", null, 200, "items" },
        { "GET", "/descriptors/output-converters?sourceType=Object&destinationType=String", null, 200, "items" },
        { "POST", "/descriptors/activities/Elsa.SetName/options/Value", """{"context":{}}""", 200, "items" },

        { "GET", "/workflow-definitions/by-definition-id/{definition}?versionOptions=Latest", null, 200, "id,definitionId,name,createdAt,version,toolVersion,variables,inputs,outputs,outcomes,customProperties,options,isReadonly,isSystem,isLatest,isPublished,root,links" },
        { "GET", "/workflow-definitions/by-id/{version}", null, 200, "id,definitionId,root,links" },
        { "GET", "/workflow-definitions?versionOptions=Latest&Page=0&PageSize=10&SearchTerm=&IsSystem=False&OrderDirection=Ascending", null, 200, "items,totalCount,links" },
        { "GET", "/workflow-definitions?versionOptions=&Ids={version}", null, 200, "items,totalCount,links" },
        { "GET", "/workflow-definitions?versionOptions=LatestOrPublished", null, 200, "items,totalCount,links" },
        { "GET", "/workflow-definitions/validation/is-name-unique?name=Workflow%201&definitionId=", null, 200, "isUnique" },
        { "GET", "/workflow-definitions/subgraph/{version}?parentNodeId=Workflow1", null, 200, "activity,port,nodeId,parents,children" },
        { "GET", "/workflow-definitions/subgraph/segments/{version}?childNodeId={node}", null, 200, "childNode,container,pathSegments" },
        { "GET", "/workflow-definitions/subgraph/segments/{version}?childNodeId=Workflow1:nobody", null, 400, "statusCode,message,errors" },
        { "GET", "/workflow-definitions/many-by-id?ids={version}", null, 200, "items" },
        { "GET", "/workflow-definitions/query/count", null, 200, "count" },

        { "POST", "/workflow-definitions", """{"model":{model},"publish":false}""", 200, "workflowDefinition,alreadyPublished,consumingWorkflowCount,validationErrors" },
        { "POST", "/workflow-definitions", """{"model":{model},"publish":true}""", 200, "workflowDefinition,alreadyPublished,consumingWorkflowCount,validationErrors" },
        { "POST", "/workflow-definitions", """{"model":{new},"publish":null}""", 200, "workflowDefinition,alreadyPublished,consumingWorkflowCount,validationErrors" },
        { "POST", "/workflow-definitions/import", "{model}", 200, "id,definitionId,root" },
        { "GET", "/workflow-definitions/{definition}/export?versionOptions=1&includeConsumingWorkflows=False", null, 200, "$schema,id,definitionId,name,root" },
        { "POST", "/bulk-actions/export/workflow-definitions", """{"ids":["{version}"],"includeConsumingWorkflows":false}""", 200, "zip" },
        { "DELETE", "/workflow-definitions/{unused}", null, 204, "nothing" },
        { "DELETE", "/workflow-definitions/nobody", null, 404, "nothing" },
        { "DELETE", "/workflow-definition-versions/{unusedVersion}", null, 204, "nothing" },
        { "DELETE", "/workflow-definition-versions/nobody", null, 404, "nothing" },
        { "POST", "/workflow-definitions/{definition}/publish", "{}", 200, "workflowDefinition,alreadyPublished,consumingWorkflowCount" },
        { "POST", "/workflow-definitions/{definition}/retract", "{}", 200, "id,definitionId,isPublished,root" },
        { "POST", "/workflow-definitions/{unused}/retract", "{}", 400, "statusCode,message,errors" },
        { "POST", "/workflow-definitions/{definition}/revert/1", "", 200, "id,definitionId,version,isLatest,isPublished,createdAt" },
        { "POST", "/bulk-actions/delete/workflow-definitions/by-definition-id", """{"definitionIds":["{unused}"]}""", 200, "deleted" },
        { "POST", "/bulk-actions/delete/workflow-definitions/by-id", """{"ids":["{unusedVersion}"]}""", 200, "deleted" },
        { "POST", "/bulk-actions/publish/workflow-definitions/by-definition-ids", """{"definitionIds":["{unused}"]}""", 200, "published,alreadyPublished,notFound,updatedConsumers" },
        { "POST", "/bulk-actions/retract/workflow-definitions/by-definition-ids", """{"definitionIds":["{definition}"]}""", 200, "retracted,alreadyRetracted,notFound" },
        { "POST", "/workflow-definitions/{definition}/execute", """{"correlationId":null,"triggerActivityId":null,"versionOptions":"Latest","input":null}""", 200, "workflowState" },
        { "POST", "/workflow-definitions/{definition}/dispatch", "{}", 200, "workflowInstanceId" },

        { "POST", "/workflow-instances", """{"page":0,"pageSize":10,"searchTerm":"","definitionId":null,"definitionIds":[],"correlationId":null,"version":null,"hasIncidents":null,"isSystem":false,"status":null,"statuses":[],"subStatus":null,"subStatuses":[],"orderBy":null,"orderDirection":"Descending","timestampFilters":[]}""", 200, "items,totalCount" },
        { "GET", "/workflow-instances?Page=0&PageSize=10", null, 200, "items,totalCount" },
        { "GET", "/workflow-instances/{instance}", null, 200, "id,definitionId,definitionVersionId,version,workflowState,status,subStatus,incidentCount,createdAt,updatedAt" },
        { "GET", "/workflow-instances/{instance}/execution-state", null, 200, "status,subStatus,workflowSubStatus,updatedAt" },
        { "GET", "/workflow-instances/{instance}/variables", null, 200, "items,count" },
        { "POST", "/workflow-instances/{instance}/journal?skip=0&take=110", """{"filter":null}""", 200, "items,totalCount" },
        { "GET", "/workflow-instances/{instance}/journal?skip=0&take=110", null, 200, "items,totalCount" },
        { "DELETE", "/workflow-instances/{instance}", null, 204, "nothing" },
        { "POST", "/bulk-actions/delete/workflow-instances/by-id", """{"ids":["{instance}"]}""", 200, "deleted" },
        { "POST", "/cancel/workflow-instances/{instance}", "", 204, "nothing" },
        { "POST", "/bulk-actions/cancel/workflow-instances", """{"ids":["{instance}"],"definitionVersionId":null,"definitionId":null,"versionOptions":null}""", 200, "cancelled" },
        { "POST", "/bulk-actions/cancel/workflow-instances", """{"ids":null,"definitionVersionId":"{version}","definitionId":null,"versionOptions":null}""", 200, "cancelled" },
        { "GET", "/workflow-instances/{instance}/export", null, 200, "id,workflowState" },
        { "POST", "/bulk-actions/export/workflow-instances", """{"ids":["{instance}"]}""", 200, "zip" },
        { "POST", "/bulk-actions/import/workflow-instances", "", 200, "count,imported" },

        { "POST", "/activity-executions/report", """{"workflowInstanceId":"{instance}","activityNodeIds":["{node}"]}""", 200, "stats" },
        { "GET", "/activity-executions/list?WorkflowInstanceId={instance}&ActivityNodeId={node}", null, 200, "items,count" },
        { "GET", "/activity-execution-summaries/list?WorkflowInstanceId={instance}&ActivityNodeId={node}", null, 200, "items,count" },
        { "GET", "/activity-executions/by-id?id={execution}", null, 200, "id,workflowInstanceId,activityId,activityNodeId,activityType,activityTypeVersion,activityState,payload,outputs,properties,metadata,startedAt,hasBookmarks,status,aggregateFaultCount,callStackDepth" },
        { "GET", "/activity-executions/{execution}/call-stack?includeCrossWorkflowChain=True", null, 200, "activityExecutionId,items,totalCount" },

        { "POST", "/scripting/javascript/type-definitions/{definition}", """{"workflowDefinitionId":"{definition}","activityTypeName":"Elsa.SetName","propertyName":"Value"}""", 200, "text" },
        { "POST", "/tests/activities", """{"workflowDefinitionHandle":{"definitionId":"{definition}","versionOptions":null,"definitionVersionId":"{version}"},"activityHandle":{"activityId":"a1","activityNodeId":null,"activityInstanceId":null,"activityHash":null}}""", 200, "activityState,payload,outputs,status" },
        { "GET", "/package/version", null, 200, "packageVersion" },
        { "POST", "/alterations/submit", """{"id":null,"alterations":[{"type":"Cancel"}],"filter":{"emptyFilterSelectsAll":true,"workflowInstanceIds":["{instance}"],"correlationIds":null,"names":null,"searchTerm":null,"timestampFilters":null,"definitionIds":null,"definitionVersionIds":null,"hasIncidents":null,"isSystem":null,"statuses":null,"subStatuses":null,"activityFilters":null}}""", 200, "planId" },
        { "GET", "/resilience/strategies?category=http", null, 200, "items,count" },
        { "GET", "/resilience/retries/{execution}?skip=0&take=10", null, 200, "items,totalCount" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task The_endpoint_answers_as_Studio_reads_it(string method, string path, string? body, int status, string members)
    {
        var places = await PlacesAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), Api + Filled(path, places));
        if (body is not null)
            request.Content = new StringContent(Filled(body, places), Encoding.UTF8, "application/json");

        using var response = await _studio.SendAsync(request);

        var bytes = await response.Content.ReadAsByteArrayAsync();
        var text = Encoding.UTF8.GetString(bytes);
        ((int)response.StatusCode).ShouldBe(status, text);
        if (members == "zip")
        {
            using var zip = new ZipArchive(new MemoryStream(bytes));
            zip.Entries.ShouldHaveSingleItem().FullName.ShouldEndWith(".json");
        }
        else if (members == "text")
        {
            text.ShouldContain("declare function");
        }
        else if (members != "nothing")
        {
            var answer = JsonNode.Parse(text)!.AsObject();
            members.Split(',').Where(member => answer[member] is null).ShouldBeEmpty(text);
            Nulls(answer, "").ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Running_says_so_in_headers_alone()
    {
        var places = await PlacesAsync();

        using var response = await _studio.SendJsonAsync($"/workflow-definitions/{places["definition"]}/execute", new JsonObject());

        response.Headers.GetValues("x-elsa-workflow-instance-id").Single().ShouldNotBeEmpty();
        response.Headers.GetValues("x-elsa-workflow-cannot-start").ShouldBe(["False"]);
    }

    [Fact]
    public async Task The_execution_state_is_as_small_as_its_polling_asks()
    {
        var places = await PlacesAsync();

        var state = await _studio.ReadAsync($"/workflow-instances/{places["instance"]}/execution-state");

        state.Select(member => member.Key).ShouldBe(["status", "subStatus", "workflowSubStatus", "updatedAt"]);
    }

    // An explicit null ends the component that reads it. Inside an activity it is Studio's own and comes back as it was sent.
    private static IEnumerable<string> Nulls(JsonNode? node, string path) => node switch
    {
        null => [path],
        JsonObject activity when activity["type"] is not null && activity["nodeId"] is not null => [],
        JsonObject item => item.Where(member => member.Key is not ("defaultValue" or "activityState" or "payload" or "workflowState"))
            .SelectMany(member => Nulls(member.Value, $"{path}/{member.Key}")),
        JsonArray list => list.SelectMany((item, index) => Nulls(item, $"{path}/{index}")),
        _ => [],
    };

    private async Task<Dictionary<string, string>> PlacesAsync()
    {
        var published = await _studio.PublishAsync(await _studio.CreateWithAsync(SetName, WaitForEvent));
        var unused = await _studio.CreateWithAsync(SetName);
        var run = await _studio.CallAsync($"/workflow-definitions/{published.Text("definitionId")}/execute", new JsonObject());
        const string node = "Workflow1:3ec15ad6b30e8f7a:a1";
        var records = await _studio.ReadAsync($"/activity-executions/list?WorkflowInstanceId={run.Text("workflowInstanceId")}&ActivityNodeId={node}");
        return new Dictionary<string, string>
        {
            ["definition"] = published.Text("definitionId"),
            ["version"] = published.Text("id"),
            ["model"] = published.ToJsonString(),
            ["new"] = NewModel(FreeName()).ToJsonString(),
            ["unused"] = unused.Text("definitionId"),
            ["unusedVersion"] = unused.Text("id"),
            ["instance"] = run.Text("workflowInstanceId"),
            ["node"] = node,
            ["execution"] = records["items"]![0].Text("id"),
        };
    }

    private static string Filled(string text, Dictionary<string, string> places) =>
        places.Aggregate(text, (filled, place) => filled.Replace($"{{{place.Key}}}", place.Value, StringComparison.Ordinal));
}
