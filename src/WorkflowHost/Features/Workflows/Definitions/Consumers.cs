using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Data;
using WorkflowHost.Features.Workflows.Wire;

namespace WorkflowHost.Features.Workflows.Definitions;

/// <summary>
/// Workflows that use another as a step. When that one says so (<c>autoUpdateConsumingWorkflows</c>, elsa-semantics 2.14), its
/// publication leads them to the new version: a draft in place, a published workflow by a new published version. Where both
/// are there only the draft is led, because a designer is at work on what comes next. What runs keeps its version.
/// </summary>
public sealed class Consumers(WorkDb db)
{
    /// <summary>The versions to lead, each with its changed JSON.</summary>
    public async Task<IReadOnlyList<(StoredDefinition Version, JsonObject Json)>> FindAsync(StoredDefinition child, CancellationToken ct)
    {
        if ((StudioJson.ParseObject(child.Json)["options"] as JsonObject).Flag("autoUpdateConsumingWorkflows") != true)
            return [];

        var candidates = await db.Definitions
            .Where(d => d.DefinitionId != child.DefinitionId && d.IsLatest && d.Json.Contains(child.DefinitionId))
            .ToListAsync(ct);
        var led = new List<(StoredDefinition, JsonObject)>();
        foreach (var candidate in candidates)
        {
            var json = StudioJson.ParseObject(candidate.Json);
            if (Lead(json, child))
                led.Add((candidate, json));
        }

        return led;
    }

    private static bool Lead(JsonObject json, StoredDefinition child)
    {
        var isLed = false;
        foreach (var step in ActivityTree.All(DefinitionDocument.RootOf(json) ?? []))
        {
            if (step.Text("workflowDefinitionId") != child.DefinitionId || step.Text("workflowDefinitionVersionId") == child.Id)
                continue;
            step["workflowDefinitionVersionId"] = child.Id;
            step["version"] = child.Version;
            isLed = true;
        }

        return isLed;
    }
}
