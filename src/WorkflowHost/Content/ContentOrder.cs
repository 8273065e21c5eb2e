using System.Text.Json.Nodes;

namespace WorkflowHost.Content;

/// <summary>
/// Writes members in the order they had before. The builder and Studio write the same content in an order of their own; git
/// should show what a person changed, not that.
/// </summary>
public static class ContentOrder
{
    private static readonly string[] Keys = ["key", "id", "value", "name"];

    /// <summary>The same content, its members in the order of <paramref name="earlier"/>; what is new comes after.</summary>
    public static JsonNode? Like(JsonNode? earlier, JsonNode? now) => (earlier, now) switch
    {
        (JsonObject old, JsonObject map) => Members(old, map),
        (JsonArray old, JsonArray list) => Items(old, list),
        _ => now?.DeepClone(),
    };

    private static JsonObject Members(JsonObject old, JsonObject map)
    {
        var ordered = new JsonObject();
        foreach (var (name, was) in old)
        {
            if (map.TryGetPropertyValue(name, out var value))
                ordered[name] = Like(was, value);
        }

        foreach (var (name, value) in map)
        {
            if (!ordered.ContainsKey(name))
                ordered[name] = value?.DeepClone();
        }

        return ordered;
    }

    // The order of a list is content; only inside its items the members are put in order.
    private static JsonArray Items(JsonArray old, JsonArray list)
    {
        var known = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        for (var i = 0; i < old.Count; i++)
            known.TryAdd(KeyOf(old[i], i), old[i]);
        return new JsonArray([.. list.Select((item, i) => Like(known.GetValueOrDefault(KeyOf(item, i)), item))]);
    }

    private static string KeyOf(JsonNode? item, int index) =>
        (item is JsonObject map ? Keys.Select(name => map[name]).OfType<JsonValue>().Select(value => value.ToString()).FirstOrDefault() : null) ?? $"#{index}";
}
