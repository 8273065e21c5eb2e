using System.Text.Json.Nodes;

namespace WorkflowHost.Content.Publications;

/// <summary>
/// What changed in lists of things with a key (catalogs, words by language, examples, the lists of the plan): entries that
/// came, went, moved or say something else.
/// </summary>
public static class ListDifference
{
    private static readonly string[] Keys = ["key", "value", "name", "id"];
    private static readonly string[] Labels = ["label", "title", "name"];

    /// <param name="of">Goes into each change.</param>
    public static IReadOnlyList<ContentChange> Of(string of, JsonNode? before, JsonNode? after)
    {
        var changes = new List<ContentChange>();
        Compare(of, "", "", before, after, changes);
        return changes;
    }

    private static void Compare(string of, string path, string type, JsonNode? before, JsonNode? after, List<ContentChange> changes)
    {
        var (old, now) = (Entries(before), Entries(after));
        foreach (var (key, entry) in now)
        {
            var place = path.Length == 0 ? key : $"{path}.{key}";
            if (!old.TryGetValue(key, out var was))
                changes.Add(new ContentChange(of, "Added", place, LabelOf(entry) ?? key, type) { After = Text(entry) });
            else if (!JsonNode.DeepEquals(was, entry))
                Differ(of, place, key, type, was, entry, changes);
        }

        foreach (var (key, entry) in old.Where(entry => !now.ContainsKey(entry.Key)))
            changes.Add(new ContentChange(of, "Removed", path.Length == 0 ? key : $"{path}.{key}", LabelOf(entry) ?? key, type) { Before = Text(entry) });
        if (before is JsonArray && after is JsonArray && !old.Keys.Where(now.ContainsKey).SequenceEqual(now.Keys.Where(old.ContainsKey)))
            changes.Add(new ContentChange(of, "Moved", path, path, type));
    }

    private static void Differ(
        string of, string place, string key, string type, JsonNode? was, JsonNode? now, List<ContentChange> changes)
    {
        if (IsKeyed(was) && IsKeyed(now))
        {
            Compare(of, place, key, was, now, changes);
            return;
        }

        var label = LabelOf(now) ?? key;
        if (was is not JsonObject before || now is not JsonObject after)
        {
            changes.Add(new ContentChange(of, "Changed", place, label, type) { Before = Text(was), After = Text(now) });
            return;
        }

        foreach (var name in before.Select(m => m.Key).Union(after.Select(m => m.Key)).Where(name => !JsonNode.DeepEquals(before[name], after[name])))
            changes.Add(new ContentChange(of, "Changed", place, label, type) { Property = name, Before = Text(before[name]), After = Text(after[name]) });
    }

    // A list of things with keys is compared thing by thing; any other value as a whole.
    private static bool IsKeyed(JsonNode? node) => node is JsonArray { Count: > 0 } list && list.All(item => item is JsonObject map && KeyOf(map) is not null);

    private static Dictionary<string, JsonNode?> Entries(JsonNode? node)
    {
        var entries = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        if (node is JsonObject map)
        {
            foreach (var (name, value) in map)
                entries[name] = value;
        }
        else if (node is JsonArray list)
        {
            foreach (var item in list)
                entries[(item is JsonObject entry ? KeyOf(entry) : item?.ToString()) ?? $"{entries.Count + 1}"] = item;
        }

        return entries;
    }

    private static string? KeyOf(JsonObject entry) =>
        Keys.Select(name => entry[name]).OfType<JsonValue>().Select(value => value.ToString()).FirstOrDefault();

    private static string? LabelOf(JsonNode? node)
    {
        if (node is not JsonObject entry)
            return null;
        return Labels.Select(name => entry[name]).Select(label => label switch
        {
            JsonValue value => value.ToString(),
            JsonObject byLanguage => byLanguage["es"]?.ToString(),
            _ => null,
        }).FirstOrDefault(label => !string.IsNullOrEmpty(label));
    }

    private static string? Text(JsonNode? node) => node switch
    {
        null => null,
        JsonValue value => value.ToString(),
        JsonObject { Count: > 0 } map when map["es"] is JsonValue spanish && map.All(m => m.Value is JsonValue) => spanish.ToString(),
        _ => node.ToJsonString(ContentJson.Options),
    };
}
