using System.Text.Json.Nodes;

namespace WorkflowHost.Content;

/// <summary>
/// Puts the values of a catalog into the select, radio and selectboxes components that name it in
/// <c>properties.catalog</c>, so that a form version carries its choices itself.
/// </summary>
public static class FormCatalogs
{
    private const string Retired = "retired";

    public static void Inline(
        JsonNode form, IReadOnlyDictionary<string, JsonArray> catalogs, string file, List<ContentMistake> mistakes) =>
        Walk(form, "$", catalogs, file, mistakes);

    private static void Walk(
        JsonNode? node, string path, IReadOnlyDictionary<string, JsonArray> catalogs, string file, List<ContentMistake> mistakes)
    {
        switch (node)
        {
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                    Walk(items[i], $"{path}[{i}]", catalogs, file, mistakes);
                break;
            case JsonObject members:
                if (members["properties"] is JsonObject properties && properties["catalog"] is JsonValue name)
                    Put(members, name.ToString(), path, catalogs, file, mistakes);
                foreach (var (key, value) in members.ToArray())
                {
                    if (value is JsonObject or JsonArray)
                        Walk(value, $"{path}.{key}", catalogs, file, mistakes);
                }

                break;
        }
    }

    /// <summary>What new answers may choose: entries that are not retired. Old answers still find the label of a retired one.</summary>
    public static JsonArray Offered(JsonArray catalog) => new([.. catalog.OfType<JsonObject>().Where(entry => !IsRetired(entry)).Select(Plain)]);

    public static bool IsRetired(JsonObject entry) => entry[Retired] is JsonValue mark && mark.TryGetValue<bool>(out var isRetired) && isRetired;

    /// <summary>Empties the lists that carry just what their catalog says: they are filled again when the file is read.</summary>
    public static void Outline(JsonNode? node, IReadOnlyDictionary<string, JsonArray> catalogs)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
                Outline(item, catalogs);
        }
        else if (node is JsonObject members)
        {
            if (members["properties"] is JsonObject properties && properties["catalog"] is JsonValue name
                && catalogs.TryGetValue(name.ToString(), out var catalog))
                TakeOut(members, catalog);
            foreach (var (_, value) in members.ToArray())
                Outline(value, catalogs);
        }
    }

    /// <summary>Empties every list that comes from a catalog, whatever it carries.</summary>
    public static void Empty(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
                Empty(item);
        }
        else if (node is JsonObject members)
        {
            if (members["properties"] is JsonObject properties && properties["catalog"] is JsonValue
                && (members["type"]?.ToString() == "select" ? members["data"] as JsonObject : members) is { } holder)
                holder["values"] = new JsonArray();
            foreach (var (_, value) in members.ToArray())
                Empty(value);
        }
    }

    private static void TakeOut(JsonObject component, JsonArray catalog)
    {
        var holder = component["type"]?.ToString() == "select" ? component["data"] as JsonObject : component;
        if (holder is not null && JsonNode.DeepEquals(holder["values"], Offered(catalog)))
            holder["values"] = new JsonArray();
    }

    private static JsonNode Plain(JsonObject entry)
    {
        var plain = (JsonObject)entry.DeepClone();
        plain.Remove(Retired);
        return plain;
    }

    private static void Put(
        JsonObject component,
        string name,
        string path,
        IReadOnlyDictionary<string, JsonArray> catalogs,
        string file,
        List<ContentMistake> mistakes)
    {
        if (!catalogs.TryGetValue(name, out var catalog))
        {
            mistakes.Add(new ContentMistake(
                file, $"{path}.properties.catalog", "catalog.unknown", $"There is no forms/catalogs/{name}.json."));
            return;
        }

        if (component["type"]?.ToString() == "select")
        {
            component["dataSrc"] = "values";
            if (component["data"] is not JsonObject data)
                component["data"] = data = [];
            data["values"] = Offered(catalog);
        }
        else
        {
            component["values"] = Offered(catalog);
        }
    }
}
