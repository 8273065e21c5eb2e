using System.Text.Json;
using System.Text.Json.Nodes;
using Formio.Values;

namespace Formio.Forms;

/// <summary>The flat list of a form's components for readers that need no verdict.</summary>
internal static class FormOutline
{
    public static IReadOnlyList<FormComponent> Of(JsonObject form)
    {
        var found = new List<FormComponent>();
        Add(form["components"], "", "", found);
        return found;
    }

    public static IReadOnlyDictionary<string, string> TextMap(JsonNode? node)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        if (node is not JsonObject members) return map;
        foreach (var (key, value) in members)
        {
            if (value is null) continue;
            map[key] = value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
        }

        return map;
    }

    /// <summary>The lists of child components of a component's JSON: columns, table cells, or plain children.</summary>
    public static IEnumerable<JsonNode?> ChildLists(JsonObject component)
    {
        if (component["columns"] is JsonArray columns)
            return columns.Select(column => (column as JsonObject)?["components"]);
        if (component["rows"] is JsonArray rows)
            return rows.OfType<JsonArray>().SelectMany(row => row).Select(cell => (cell as JsonObject)?["components"]);
        return [component["components"]];
    }

    private static void Add(JsonNode? components, string path, string dataPath, List<FormComponent> found)
    {
        if (components is not JsonArray list) return;
        foreach (var component in list.OfType<JsonObject>())
        {
            var facts = Describe(component, path, dataPath);
            found.Add(facts);
            var holdsData = facts.HasData;
            foreach (var children in ChildLists(component))
                Add(children, holdsData ? facts.Path : path, holdsData ? facts.Path : dataPath, found);
        }
    }

    private static FormComponent Describe(JsonObject component, string path, string dataPath)
    {
        var key = Text(component, "key");
        var model = ModelTypes.Of(DataReader.Shallow(component));
        var hasData = Text(component, "type").Length > 0 && ModelTypes.HasData(model);
        return new FormComponent
        {
            Path = path.Length > 0 ? $"{path}.{key}" : key,
            Key = key,
            Type = Text(component, "type"),
            Label = FirstText(component, "label", "title", "legend") ?? key,
            HasData = hasData,
            IsRepeated = ModelTypes.IsRows(model)
                || (component["multiple"] is JsonValue multiple && multiple.GetValueKind() == JsonValueKind.True),
            ParentPath = dataPath,
            Properties = TextMap(component["properties"]),
            Json = component,
        };
    }

    private static string? FirstText(JsonObject component, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Text(component, name) is { Length: > 0 } text) return text;
        }

        return null;
    }

    private static string Text(JsonObject component, string name) =>
        component[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : "";
}
