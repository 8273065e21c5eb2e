using System.Text.Json;
using System.Text.Json.Nodes;

namespace Formio.Scripting;

/// <summary>Knows where JavaScript stands in form JSON.</summary>
internal static class ExpressionCollector
{
    private static readonly (string Property, string Variable)[] Places =
    [
        ("calculateValue", "value"),
        ("customDefaultValue", "value"),
        ("customConditional", "show"),
    ];

    private static readonly string[] DateLimits =
        ["minDate", "maxDate", "widget.minDate", "widget.maxDate", "datePicker.minDate", "datePicker.maxDate"];

    public static IReadOnlyList<FormExpression> Of(FormDefinition definition)
    {
        var found = new List<FormExpression>();
        foreach (var component in definition.Components) Collect(component.Json, component.Path, found);
        return found;
    }

    private static void Collect(JsonObject component, string path, List<FormExpression> found)
    {
        foreach (var (property, variable) in Places) Add(component[property], property, variable);
        Add((component["validate"] as JsonObject)?["custom"], "validate.custom", "valid");
        Add((component["data"] as JsonObject)?["custom"], "data.custom", "values");
        Add((component["fetch"] as JsonObject)?["mapFunction"], "fetch.mapFunction", "value");
        Add((component["fetch"] as JsonObject)?["specifyBody"], "fetch.specifyBody", "body");
        if (component["type"]?.ToString() == "button") Add(component["custom"], "custom", "");
        foreach (var limit in DateLimits) AddLimit(limit);
        if (component["logic"] is not JsonArray logic) return;
        for (var i = 0; i < logic.Count; i++)
        {
            if (logic[i] is not JsonObject item) continue;
            Add((item["trigger"] as JsonObject)?["javascript"], $"logic[{i}].trigger.javascript", "result");
            if (item["actions"] is not JsonArray actions) continue;
            for (var j = 0; j < actions.Count; j++)
            {
                if (actions[j] is not JsonObject action) continue;
                Add(action["value"], $"logic[{i}].actions[{j}].value", "value");
                Add(action["customAction"], $"logic[{i}].actions[{j}].customAction", "value");
                Add(action["schemaDefinition"], $"logic[{i}].actions[{j}].schemaDefinition", "schema");
            }
        }

        // Dates are data; only "moment()..." and "new Date(...)" are code.
        void AddLimit(string property)
        {
            var node = property.Split('.').Aggregate((JsonNode?)component, (at, name) => (at as JsonObject)?[name]);
            if (node is JsonValue value && value.TryGetValue<string>(out var code) && code.Contains('('))
                found.Add(new FormExpression(path, property, code, ""));
        }

        void Add(JsonNode? node, string property, string variable)
        {
            if (node?.GetValueKind() == JsonValueKind.String && node.GetValue<string>() is { Length: > 0 } code)
                found.Add(new FormExpression(path, property, code, variable));
        }
    }
}
