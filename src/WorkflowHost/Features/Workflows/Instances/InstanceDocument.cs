using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowHost.Data;
using WorkflowHost.Engine;
using WorkflowHost.Features.Workflows.Wire;

namespace WorkflowHost.Features.Workflows.Instances;

/// <summary>The whole instance with the state document that Studio's viewer insists on.</summary>
public static class InstanceDocument
{
    public static JsonObject Of(StoredInstance row, WorkflowState? state)
    {
        var document = new JsonObject
        {
            ["id"] = row.Id,
            ["definitionId"] = row.DefinitionId,
            ["definitionVersionId"] = row.DefinitionVersionId,
            ["version"] = row.Version,
            ["workflowState"] = state?.ToStudioJson() ?? Bare(row),
            ["status"] = row.Status.ToString(),
            ["subStatus"] = row.SubStatus.ToString(),
            ["incidentCount"] = row.IncidentCount,
            ["isExecuting"] = false,
            ["isSystem"] = false,
            ["createdAt"] = Instant(row.CreatedAt),
            ["updatedAt"] = Instant(row.UpdatedAt),
        };
        if (row.CorrelationId is { } correlationId)
            document["correlationId"] = correlationId;
        if (row.Name is { } name)
            document["name"] = name;
        if (row.FinishedAt is { } finishedAt)
            document["finishedAt"] = Instant(finishedAt);
        return document;
    }

    // A viewer without any state document crashes; an instance whose state is gone still has its row.
    private static JsonObject Bare(StoredInstance row) => new()
    {
        ["id"] = row.Id,
        ["definitionId"] = row.DefinitionId,
        ["definitionVersionId"] = row.DefinitionVersionId,
        ["definitionVersion"] = row.Version,
        ["status"] = row.Status.ToString(),
        ["subStatus"] = row.SubStatus.ToString(),
        ["createdAt"] = Instant(row.CreatedAt),
        ["updatedAt"] = Instant(row.UpdatedAt),
        ["bookmarks"] = new JsonArray(),
        ["incidents"] = new JsonArray(),
        ["activityExecutionContexts"] = new JsonArray(),
        ["completionCallbacks"] = new JsonArray(),
    };

    private static JsonNode? Instant(DateTimeOffset at) => JsonSerializer.SerializeToNode(at, StudioJson.Options);
}
