using System.Text.Json.Nodes;
using WorkflowHost.Engine.Versions;

namespace WorkflowHost.Engine;

/// <summary>
/// What changed from one version of a workflow to another, as a person would tell it. A step is known by its id. Where boxes
/// stand on the canvas, and what Studio writes out without anybody having said it, is no difference.
/// </summary>
public static class WorkflowDifference
{
    // What the workflow says of itself; the rest of its members are the row's, or compared as lists.
    private static readonly string[] OwnProperties = ["name", "description", "options", "customProperties"];

    private static readonly (string List, string Type, string Key)[] Lists =
        [("variables", "variable", "name"), ("inputs", "input", "name"), ("outputs", "output", "name"), ("outcomes", "outcome", "")];

    /// <summary>The differences: of the workflow, its variables, its steps in the newer order, its arrows; what was removed comes last of each.</summary>
    public static IReadOnlyList<WorkflowChange> Of(WorkflowDefinition before, WorkflowDefinition after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (old, now) = (before.ToJsonObject(), after.ToJsonObject());
        var changes = new List<WorkflowChange>();
        foreach (var property in OwnProperties)
            changes.AddRange(StepProperties.Differences(ActivityJson.Member(old, property), ActivityJson.Member(now, property), property)
                .Select(d => new WorkflowChange(WorkflowChangeKind.Changed, "", "", "") { Property = d.Property, Before = d.Before, After = d.After }));
        foreach (var (list, type, key) in Lists)
            changes.AddRange(OfList(Entries(old, list, key), Entries(now, list, key), type));
        var (steps, next) = (StepMap.Of(before.Root), StepMap.Of(after.Root));
        changes.AddRange(OfSteps(steps, next));
        changes.AddRange(OfArrows(steps, next));
        return changes;
    }

    private static IEnumerable<WorkflowChange> OfSteps(StepMap old, StepMap now)
    {
        foreach (var (id, step) in now.Steps)
        {
            if (!old.Steps.TryGetValue(id, out var was))
            {
                yield return new WorkflowChange(WorkflowChangeKind.Added, id, step.Name, step.Type);
                continue;
            }

            if (was.Parent != step.Parent || was.FollowsIn(now) != step.FollowsIn(old))
                yield return new WorkflowChange(WorkflowChangeKind.Moved, id, step.Name, step.Type);
            foreach (var (property, before, after) in StepProperties.Of(was.Json, step.Json))
            {
                yield return new WorkflowChange(WorkflowChangeKind.Changed, id, step.Name, step.Type)
                {
                    Property = property, Before = before, After = after,
                };
            }
        }

        foreach (var (id, step) in old.Steps.Where(step => !now.Steps.ContainsKey(step.Key)))
            yield return new WorkflowChange(WorkflowChangeKind.Removed, id, step.Name, step.Type);
    }

    // The arrows of a step that is gone went with it.
    private static IEnumerable<WorkflowChange> OfArrows(StepMap old, StepMap now) =>
        now.Arrows.Where(arrow => !old.Arrows.Contains(arrow)).Select(arrow => Tell(WorkflowChangeKind.Connected, arrow, now))
            .Concat(old.Arrows
                .Where(arrow => !now.Arrows.Contains(arrow) && now.Steps.ContainsKey(arrow.From) && now.Steps.ContainsKey(arrow.To))
                .Select(arrow => Tell(WorkflowChangeKind.Disconnected, arrow, now)));

    private static WorkflowChange Tell(WorkflowChangeKind kind, StepArrow arrow, StepMap steps) =>
        new(kind, arrow.From, steps.NameOf(arrow.From), steps.Steps.GetValueOrDefault(arrow.From)?.Type ?? "")
        {
            Property = arrow.Outcome, After = steps.NameOf(arrow.To),
        };

    private static IEnumerable<WorkflowChange> OfList(Dictionary<string, JsonNode?> old, Dictionary<string, JsonNode?> now, string type)
    {
        foreach (var (name, entry) in now)
        {
            if (!old.TryGetValue(name, out var was))
                yield return new WorkflowChange(WorkflowChangeKind.Added, name, name, type);
            else
                foreach (var (property, before, after) in StepProperties.Differences(was, entry, ""))
                    yield return new WorkflowChange(WorkflowChangeKind.Changed, name, name, type) { Property = property, Before = before, After = after };
        }

        foreach (var name in old.Keys.Where(name => !now.ContainsKey(name)))
            yield return new WorkflowChange(WorkflowChangeKind.Removed, name, name, type);
    }

    private static Dictionary<string, JsonNode?> Entries(JsonObject json, string list, string key)
    {
        var entries = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var entry in ActivityJson.List(ActivityJson.Member(json, list)) ?? [])
        {
            if ((entry is JsonObject named ? ActivityJson.Text(named, key) : entry?.ToString()) is { } name)
                entries[name] = entry is JsonObject whole ? WithoutId(whole) : null;
        }

        return entries;
    }

    private static JsonObject WithoutId(JsonObject entry)
    {
        var rest = entry.DeepClone().AsObject();
        rest.Remove("id");
        rest.Remove("name");
        return rest;
    }
}
