using System.Text.Json;
using System.Text.Json.Nodes;
using Formio;
using WorkflowHost.Activities;
using WorkflowHost.Engine;

namespace WorkflowHost.Content;

/// <summary>The outcomes of a task as a definition writes them, and how they agree with what the form can decide.</summary>
internal static class TaskOutcomes
{
    /// <summary>The outcomes drawn; null when they are computed.</summary>
    public static IReadOnlyList<string>? Drawn(JsonObject task)
    {
        if (ActivityJson.Member(task, "outcomes") is not JsonObject wrapper || ActivityJson.Member(wrapper, "expression") is not JsonObject expression)
            return [];
        var value = ActivityJson.Member(expression, "value");
        if (value is null || value.ToString().Length == 0)
            return [];
        try
        {
            return JsonNode.Parse(value.ToString()) is JsonArray list ? [.. list.Select(outcome => outcome?.ToString() ?? "")] : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The ports that arrows leave by, for each step that an arrow touches.</summary>
    public static IReadOnlyDictionary<string, HashSet<string>> Arrows(JsonObject root)
    {
        var arrows = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var connections = DefinitionActivities.All(root).SelectMany(found => ActivityJson.List(ActivityJson.Member(found.Activity, "connections")) ?? []);
        foreach (var connection in connections.OfType<JsonObject>())
        {
            if (End(connection, "source") is { } from)
                Ports(from.Activity).Add(from.Port ?? FormTask.DefaultOutcome);
            if (End(connection, "target") is { } to)
                Ports(to.Activity);
        }

        return arrows;

        HashSet<string> Ports(string id) => arrows.TryGetValue(id, out var ports) ? ports : arrows[id] = new HashSet<string>(StringComparer.Ordinal);
    }

    /// <summary>Outcomes that the form's decision is never.</summary>
    public static IEnumerable<string> Impossible(IReadOnlyList<string> drawn, IReadOnlyList<string> values) =>
        drawn.Where(outcome => outcome != FormTask.DefaultOutcome && !values.Contains(outcome));

    /// <summary>Decisions after which nothing follows, although something follows others.</summary>
    public static IEnumerable<string> Unanswered(IReadOnlyList<string> drawn, IReadOnlyList<string> values, IReadOnlySet<string> ports) =>
        ports.Count == 0 || (ports.Contains(FormTask.DefaultOutcome) && drawn.Count == 0)
            ? []
            : values.Where(value => !ports.Contains(drawn.Contains(value) ? value : FormTask.DefaultOutcome));

    /// <summary>
    /// Draws the form's decisions as outcomes of every task that has none, unless an arrow leaves it by its usual outcome: then
    /// somebody means it to go on the same way whatever was decided. Returns the ids of the steps that changed.
    /// </summary>
    public static IReadOnlyList<string> Take(JsonObject root, Func<string, FormDefinition?> form)
    {
        var changed = new List<string>();
        var arrows = Arrows(root);
        foreach (var task in DefinitionActivities.All(root).Select(found => found.Activity).Where(a => ActivityJson.Text(a, "type") == FormTask.TypeName))
        {
            if (Drawn(task) is not { Count: 0 } || DefinitionActivities.Literal(task, "form") is not { } key
                || form(key) is not { } known || FormDecision.Values(known) is not { } values
                || arrows.GetValueOrDefault(ActivityJson.Text(task, "id") ?? "") is { Count: > 0 })
                continue;
            task["outcomes"] = new JsonObject
            {
                ["typeName"] = "Object",
                ["expression"] = new JsonObject
                {
                    ["type"] = "Object",
                    ["value"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]).ToJsonString(ContentJson.Options),
                },
            };
            changed.Add(ActivityJson.Text(task, "id") ?? "");
        }

        return changed;
    }

    private static (string Activity, string? Port)? End(JsonObject connection, string end) =>
        ActivityJson.Member(connection, end) is JsonObject side && ActivityJson.Text(side, "activity") is { } activity
            ? (activity, ActivityJson.Text(side, "port"))
            : null;
}
