using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace WorkflowHost.Engine.Definitions;

/// <summary>
/// Puts the steps, arrows and variables of one flowchart into another, beside what is there. Ids are fresh, so the same part can be
/// put in twice; a variable whose name is taken gets another, in scripts too.
/// </summary>
public static class WorkflowGraft
{
    private const double Gap = 160;

    /// <summary>True when both roots are flowcharts.</summary>
    public static bool IsPossible(WorkflowDefinition definition, WorkflowDefinition part) => IsFlowchart(definition.Root) && IsFlowchart(part.Root);

    /// <summary>The definition with the part in it, and the ids of the steps that came.</summary>
    /// <param name="definition">What the part is put into; not changed.</param>
    /// <param name="part">What is put in; not changed.</param>
    /// <param name="newId">Gives a fresh id each time.</param>
    public static (JsonObject Definition, IReadOnlyList<string> Steps) Insert(WorkflowDefinition definition, WorkflowDefinition part, Func<string> newId)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(newId);
        var target = definition.ToJsonObject();
        var source = part.ToJsonObject();
        var names = Variables(target, source, newId);
        var root = (JsonObject)source["root"]!; // a definition has one
        Rename(root, names);
        var steps = FreshIds(root, newId);
        var into = (JsonObject)target["root"]!;
        Move(root, into);
        foreach (var list in new[] { "activities", "connections" })
        {
            var items = into[list] as JsonArray ?? [];
            foreach (var item in root[list] as JsonArray ?? [])
                items.Add(item?.DeepClone());
            into[list] = items.Parent is null ? items : items.DeepClone();
        }

        return (target, steps);
    }

    private static bool IsFlowchart(JsonObject root) => ActivityJson.Text(root, "type") == "Elsa.Flowchart";

    // Ids always change, names only when they are taken.
    private static Dictionary<string, string> Variables(JsonObject target, JsonObject source, Func<string> newId)
    {
        var known = target["variables"] as JsonArray ?? [];
        var taken = known.OfType<JsonObject>().Select(variable => ActivityJson.Text(variable, "name") ?? "").ToHashSet(StringComparer.OrdinalIgnoreCase);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var variable in (source["variables"] as JsonArray ?? []).OfType<JsonObject>().Select(variable => (JsonObject)variable.DeepClone()))
        {
            var name = ActivityJson.Text(variable, "name") ?? "";
            var free = name;
            for (var number = 2; !taken.Add(free); number++)
                free = $"{name}{number}";
            if (free != name)
                names[name] = free;
            variable["name"] = free;
            if (ActivityJson.Text(variable, "id") is { } id)
                variable["id"] = names[id] = newId();
            known.Add(variable);
        }

        target["variables"] = known.Parent is null ? known : known.DeepClone();
        return names;
    }

    // A variable stands in memory references and in SetVariable by id and name, and in expressions by name.
    private static void Rename(JsonNode? node, IReadOnlyDictionary<string, string> names)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
                Rename(item, names);
        }

        if (node is not JsonObject members)
            return;
        foreach (var (name, value) in members.ToList())
        {
            if (name is "memoryReference" or "variable" && value is JsonObject reference)
            {
                foreach (var key in new[] { "id", "name" })
                    if (ActivityJson.Text(reference, key) is { } old && names.TryGetValue(old, out var fresh))
                        reference[key] = fresh;
            }
            else if (name == "value" && members.ContainsKey("type") && value is JsonValue text && text.TryGetValue(out string? script)
                     && ActivityJson.Text(members, "type") is not ("Literal" or "Object"))
            {
                members[name] = names.Aggregate(script, (words, pair) => Regex.Replace(
                    words, $@"(?<![\w-])(get|set)?{Regex.Escape(pair.Key)}(?![\w-])", match => match.Groups[1].Value + pair.Value, RegexOptions.CultureInvariant));
            }
            else
            {
                Rename(value, names);
            }
        }
    }

    private static IReadOnlyList<string> FreshIds(JsonObject root, Func<string> newId)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        var open = new Stack<JsonObject>(ActivityJson.Children(root).Select(child => child.Activity));
        while (open.TryPop(out var activity))
        {
            var id = newId();
            ids[ActivityJson.Text(activity, "id") ?? id] = id;
            activity["id"] = id;
            activity.Remove("nodeId");
            // What the part begins with is only a step here.
            if (activity["customProperties"] is JsonObject custom)
                custom["canStartWorkflow"] = false;
            foreach (var (_, child) in ActivityJson.Children(activity))
                open.Push(child);
        }

        Reconnect(root, ids);
        return [.. (root["activities"] as JsonArray ?? []).OfType<JsonObject>().Select(step => ActivityJson.Text(step, "id") ?? "")];
    }

    private static void Reconnect(JsonNode? node, IReadOnlyDictionary<string, string> ids)
    {
        foreach (var child in node switch { JsonArray list => list.ToList(), JsonObject members => [.. members.Select(member => member.Value)], _ => [] })
            Reconnect(child, ids);
        if (node is not JsonObject owner)
            return;
        foreach (var connection in (owner["connections"] as JsonArray ?? []).OfType<JsonObject>())
            foreach (var end in new[] { "source", "target" })
                if (connection[end] is JsonObject side && ActivityJson.Text(side, "activity") is { } old && ids.TryGetValue(old, out var fresh))
                    (side["activity"], connection["vertices"]) = (fresh, new JsonArray());
    }

    // Below what is there, from its left edge: nothing covers anything.
    private static void Move(JsonObject root, JsonObject into)
    {
        var there = Positions(into).ToList();
        var coming = Positions(root).ToList();
        if (coming.Count == 0)
            return;
        var left = there.Count == 0 ? 0 : there.Min(place => Number(place, "x"));
        var top = there.Count == 0 ? 0 : there.Max(place => Number(place, "y")) + Gap;
        var (fromLeft, fromTop) = (coming.Min(place => Number(place, "x")), coming.Min(place => Number(place, "y")));
        foreach (var place in coming)
            (place["x"], place["y"]) = (Number(place, "x") - fromLeft + left, Number(place, "y") - fromTop + top);
    }

    private static IEnumerable<JsonObject> Positions(JsonObject flowchart) => (flowchart["activities"] as JsonArray ?? []).OfType<JsonObject>()
        .Select(step => step["metadata"]?["designer"]?["position"] as JsonObject).OfType<JsonObject>();

    private static double Number(JsonObject place, string axis) => place[axis] is JsonValue value && value.TryGetValue(out double number) ? number : 0;
}
