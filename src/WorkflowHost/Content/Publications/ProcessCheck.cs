using System.Text.Json.Nodes;
using WorkflowHost.Engine;

namespace WorkflowHost.Content.Publications;

/// <summary>What a process needs beyond being well drawn: a name of its own, and starts that can start it.</summary>
public static class ProcessCheck
{
    public static IEnumerable<ContentMistake> Of(IReadOnlyList<ContentFile> files, ActivityRegistry registry, DateTimeOffset now)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files.Where(file => file.Kind == ContentKind.Workflow))
        {
            if (Parse(file) is not { } definition)
                continue;
            if (definition.Name is { Length: > 0 } name && !names.TryAdd(name, file.Key))
                yield return new ContentMistake(file.Path, "$.name", "workflow.name_taken", $"Another process is called '{name}' already.");
            foreach (var mistake in OfStarts(file.Path, definition, registry, now))
                yield return mistake;
        }
    }

    /// <summary>What stands on the box that a mistake's path leads to; null when it leads to none.</summary>
    /// <param name="path">A JSON path from <c>$.root</c>, or a node id with what follows it.</param>
    public static string? StepAt(JsonObject root, string path)
    {
        var (_, step) = DefinitionActivities.All(root)
            .Where(a => path.StartsWith(a.Path + ".", StringComparison.Ordinal) || path == a.Path || IsAt(path, ActivityJson.Text(a.Activity, "nodeId")))
            .Skip(1) // the root itself is the process
            .MaxBy(a => a.Path.Length);
        if (step is null)
            return null;
        var shown = step["metadata"] is JsonObject metadata ? ActivityJson.Text(metadata, "displayText") : null;
        return shown ?? ActivityJson.Text(step, "name") ?? ActivityJson.Text(step, "id");
    }

    private static bool IsAt(string path, string? nodeId) =>
        nodeId is not null && (path == nodeId || path.StartsWith(nodeId + "/", StringComparison.Ordinal));

    // A trigger whose inputs give no payload would be published and then never start anything.
    private static IEnumerable<ContentMistake> OfStarts(string file, WorkflowDefinition definition, ActivityRegistry registry, DateTimeOffset now)
    {
        var indexed = CompiledWorkflow.Compile(definition, registry).Triggers(now)
            .Where(t => t.Payload is not { Count: > 0 } payload || payload.Any(p => p.Value?.ToString() is { Length: > 0 }))
            .Select(t => t.ActivityId).ToHashSet(StringComparer.Ordinal);
        foreach (var (path, activity) in DefinitionActivities.All(definition.Root))
        {
            var starts = activity["customProperties"] is JsonObject custom && custom["canStartWorkflow"] is JsonValue flag
                && flag.TryGetValue<bool>(out var can) && can;
            if (starts && !indexed.Contains(ActivityJson.Text(activity, "id") ?? "")
                && registry.Find(ActivityJson.Text(activity, "type") ?? "", activity["version"]?.GetValue<int>() ?? 1)?.Descriptor.Kind == ActivityKind.Trigger)
            {
                yield return new ContentMistake(file, path, "workflow.dead_start", "This step is marked to start the process but lacks what it would start by.");
            }
        }
    }

    private static WorkflowDefinition? Parse(ContentFile file)
    {
        try
        {
            return WorkflowDefinition.Parse(file.Json);
        }
        catch (WorkflowDefinitionException)
        {
            // ContentCheck names it.
            return null;
        }
    }
}
