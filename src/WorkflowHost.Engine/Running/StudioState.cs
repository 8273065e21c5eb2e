using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkflowHost.Engine.Running;

/// <summary>The workflow state document Studio's instance viewer reads (elsa-studio-contract 5.1).</summary>
internal static class StudioState
{
    public static JsonObject Of(WorkflowState state)
    {
        var json = new JsonObject
        {
            ["id"] = state.InstanceId,
            ["definitionId"] = state.DefinitionId,
            ["definitionVersionId"] = state.DefinitionVersionId,
            ["definitionVersion"] = state.DefinitionVersion,
            ["status"] = state.Status.ToString(),
            ["subStatus"] = state.SubStatus.ToString(),
            ["isExecuting"] = false,
            ["isSystem"] = false,
            ["bookmarks"] = List(state.Bookmarks, Bookmark),
            ["incidents"] = List(state.Incidents, incident => JsonSerializer.SerializeToNode(incident, EngineJson.Options)),
            ["completionCallbacks"] = List(state.Records.Where(record => record.CallbackPending), Callback),
            ["activityExecutionContexts"] = List(state.Records, record => Record(state, record)),
            ["scheduledActivities"] = new JsonArray(),
            ["executionLogSequence"] = state.NextSequence,
            ["input"] = state.Input.DeepClone(),
            ["output"] = state.Output.DeepClone(),
            ["properties"] = state.Properties.DeepClone(),
            ["createdAt"] = JsonSerializer.SerializeToNode(state.CreatedAt),
            ["updatedAt"] = JsonSerializer.SerializeToNode(state.UpdatedAt),
        };
        if (state.CorrelationId is not null)
            json["correlationId"] = state.CorrelationId;
        if (state.Name is not null)
            json["name"] = state.Name;
        if (state.ParentInstanceId is not null)
            json["parentWorkflowInstanceId"] = state.ParentInstanceId;
        if (state.FinishedAt is { } finished)
            json["finishedAt"] = JsonSerializer.SerializeToNode(finished);
        return json;
    }

    private static JsonNode? Bookmark(Bookmark bookmark)
    {
        var json = JsonSerializer.SerializeToNode(bookmark, EngineJson.Options)!.AsObject(); // a record never serialises to null
        json["callbackMethodName"] = bookmark.Callback ?? "Resume";
        json["autoComplete"] = true;
        return json;
    }

    private static JsonObject Callback(RecordState record) => new()
    {
        ["ownerInstanceId"] = record.ParentId,
        ["childNodeId"] = record.NodeId,
        ["methodName"] = "OnChildCompletedAsync",
    };

    private static JsonObject Record(WorkflowState state, RecordState record)
    {
        var json = new JsonObject
        {
            ["id"] = record.Id,
            ["callStackDepth"] = record.Depth,
            ["scheduledActivityNodeId"] = record.NodeId,
            ["properties"] = record.Properties?.DeepClone() ?? new JsonObject(),
            ["metadata"] = new JsonObject(),
            ["activityState"] = new JsonObject(),
            ["dynamicVariables"] = new JsonArray(),
            ["status"] = record.Status.ToString(),
            ["isExecuting"] = false,
            ["faultCount"] = record.FaultCount,
            ["startedAt"] = JsonSerializer.SerializeToNode(record.StartedAt),
        };
        if (record.ParentId is not null)
        {
            json["parentContextId"] = record.ParentId;
            json["ownerActivityNodeId"] = state.Records.FirstOrDefault(other => other.Id == record.ParentId)?.NodeId;
        }
        return json;
    }

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> write) => [.. items.Select(write)];
}
