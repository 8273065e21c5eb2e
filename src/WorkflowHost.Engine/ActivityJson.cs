using System.Text.Json.Nodes;

namespace WorkflowHost.Engine;

/// <summary>How activities look in definition JSON, independent of any registry (elsa-studio-contract 4.5).</summary>
public static class ActivityJson
{
    /// <summary>Property name of an input, output or port as Studio makes it: separators out, first letter lowered.</summary>
    public static string Camelize(string name)
    {
        var letters = name.Where(letter => letter is not (' ' or '_' or '-')).ToArray();
        if (letters.Length > 0)
            letters[0] = char.ToLowerInvariant(letters[0]);
        return new string(letters);
    }

    /// <summary>Member of an object, compared without case as Elsa reads definitions; null when absent or null.</summary>
    public static JsonNode? Member(JsonObject json, string name)
    {
        if (json.TryGetPropertyValue(name, out var exact))
            return exact;
        foreach (var (key, value) in json)
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
                return value;
        return null;
    }

    /// <summary>Text member, or null when absent or not text.</summary>
    public static string? Text(JsonObject json, string name) =>
        Member(json, name) is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>True for an object that stands for an activity (expressions and variables have a type but none of these).</summary>
    public static bool IsActivity(JsonNode? node) =>
        node is JsonObject json
        && Text(json, "type") is not null
        && (json.ContainsKey("id") || json.ContainsKey("version") || json.ContainsKey("customProperties")
            || json.ContainsKey("metadata") || json.ContainsKey("Id") || json.ContainsKey("Version"));

    /// <summary>
    /// Direct children with the path of the port that holds them (<c>then</c>, <c>activities[0]</c>, <c>cases[1].activity</c>), in
    /// document order. Works for unknown types too; an unknown activity's own copy of its JSON is not looked into.
    /// </summary>
    public static IEnumerable<(string Port, JsonObject Activity)> Children(JsonObject activity)
    {
        foreach (var (name, value) in activity)
        {
            if (name is "customProperties" or "metadata" or "variables" or "connections" or "originalActivityJson" or "variable")
                continue;
            if (IsActivity(value))
                yield return (name, (JsonObject)value!);
            else if (List(value) is { } items)
                foreach (var child in ChildrenOfList(name, items))
                    yield return child;
        }
    }

    /// <summary>A list, also when an older tool wrapped it as <c>{"$values": […]}</c> or <c>{"_items": …}</c>; null for anything else.</summary>
    public static JsonArray? List(JsonNode? node) => node switch
    {
        JsonArray items => items,
        JsonObject wrapper => (wrapper["$values"] ?? wrapper["_items"]) switch
        {
            JsonArray items => items,
            JsonObject inner => inner["$values"] as JsonArray,
            _ => null,
        },
        _ => null,
    };

    private static IEnumerable<(string Port, JsonObject Activity)> ChildrenOfList(string name, JsonArray items)
    {
        for (var index = 0; index < items.Count; index++)
        {
            var item = items[index];
            if (IsActivity(item))
            {
                yield return ($"{name}[{index}]", (JsonObject)item!);
            }
            else if (item is JsonObject holder)
            {
                foreach (var (member, value) in holder)
                    if (IsActivity(value))
                        yield return ($"{name}[{index}].{member}", (JsonObject)value!);
            }
        }
    }
}
