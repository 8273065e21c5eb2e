using System.Text.Json.Nodes;
using Formio;

namespace WorkflowHost.Content;

/// <summary>
/// Ready components of the builder (<c>forms/presets</c>): a file is a group with a title, and in it presets with a name, a
/// title, an icon and the form.io component that is put into the form.
/// </summary>
public static class FormPresets
{
    /// <summary>The groups in their order, choices filled in from the catalogs of now.</summary>
    public static JsonArray Of(ContentSnapshot content)
    {
        var catalogs = content.Catalogs.ToDictionary(catalog => catalog.Key, catalog => List(catalog.Value), StringComparer.Ordinal);
        var groups = content.Presets
            .Select(file => (file.Key, Group: JsonNode.Parse(file.Value) as JsonObject))
            .Where(file => file.Group is not null)
            .OrderBy(file => (int?)(file.Group!["weight"] as JsonValue) ?? 0).ThenBy(file => file.Key, StringComparer.Ordinal);
        var found = new JsonArray();
        foreach (var (key, group) in groups)
        {
            // A catalog that is gone since leaves its list empty.
            FormCatalogs.Inline(group!, catalogs, key, []);
            group!["key"] = key;
            found.Add(group);
        }

        return found;
    }

    /// <summary>The presets of a file, each as the form it would make alone.</summary>
    public static IEnumerable<FormDefinition> AsForms(string json) =>
        (JsonNode.Parse(json)?["presets"] as JsonArray ?? []).OfType<JsonObject>().Select(AsForm).OfType<FormDefinition>();

    /// <summary>Null when the preset holds no component.</summary>
    public static FormDefinition? AsForm(JsonObject preset)
    {
        if (preset["component"] is not JsonObject { Count: > 0 } component)
            return null;
        return FormDefinition.Parse(new JsonObject
        {
            ["name"] = preset["name"]?.ToString(),
            ["title"] = preset["title"]?.ToString(),
            ["properties"] = new JsonObject { ["sensitivity"] = "personal" },
            ["components"] = new JsonArray(component.DeepClone()),
        }.ToJsonString());
    }

    private static JsonArray List(IReadOnlyDictionary<string, string> catalog) =>
        [.. catalog.Select(entry => new JsonObject { ["value"] = entry.Key, ["label"] = entry.Value })];
}
