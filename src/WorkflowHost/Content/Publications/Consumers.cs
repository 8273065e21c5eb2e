using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Data;
using WorkflowHost.Engine;

namespace WorkflowHost.Content.Publications;

/// <summary>
/// Workflows that use another as a step. When that one says so (<c>autoUpdateConsumingWorkflows</c>, elsa-semantics 2.14), its
/// publication leads them to the new version: a draft in place, a published workflow by a new published version. Where both
/// are there only the draft is led, because a designer is at work on what comes next. What runs keeps its version.
/// </summary>
internal static class Consumers
{
    /// <summary>The versions to lead, each with its changed JSON.</summary>
    public static async Task<IReadOnlyList<(StoredDefinition Version, JsonObject Json)>> FindAsync(
        WorkDb db, StoredDefinition child, CancellationToken ct)
    {
        if (!WorkflowDefinition.Parse(child.Json).Options.AutoUpdateConsumingWorkflows)
            return [];

        var candidates = await db.Definitions
            .Where(d => d.DefinitionId != child.DefinitionId && d.IsLatest && d.Json.Contains(child.DefinitionId))
            .ToListAsync(ct);
        var led = new List<(StoredDefinition, JsonObject)>();
        foreach (var candidate in candidates)
        {
            var json = (JsonObject)JsonNode.Parse(candidate.Json)!; // it is stored: it was an object
            if (Lead(json, child))
                led.Add((candidate, json));
        }

        return led;
    }

    private static bool Lead(JsonObject json, StoredDefinition child)
    {
        var isLed = false;
        foreach (var (_, step) in DefinitionActivities.All(json["root"] as JsonObject ?? []))
        {
            if (ActivityJson.Text(step, "workflowDefinitionId") != child.DefinitionId || ActivityJson.Text(step, "workflowDefinitionVersionId") == child.Id)
                continue;
            step["workflowDefinitionVersionId"] = child.Id;
            step["version"] = child.Version;
            isLed = true;
        }

        return isLed;
    }
}
