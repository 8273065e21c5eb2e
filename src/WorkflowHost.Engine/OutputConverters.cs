using System.Text.Json.Nodes;
using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine;

/// <summary>
/// Converters between an activity's output and its destination, new in Elsa 3.8 (elsa-semantics 1.3). Elsa ships none: hosts add
/// theirs. These are ours, offered to the designer under <c>/descriptors/output-converters</c>.
/// </summary>
public static class OutputConverters
{
    private static readonly Dictionary<string, Func<object?, Conversion, object?>> Known = new(StringComparer.Ordinal)
    {
        ["workflowhost.to-text"] = (value, _) => ClrValues.ToText(value),
        ["workflowhost.to-number"] = (value, conversion) => conversion.Convert(value, ElsaType.Find("Double")!), // a known alias
        ["workflowhost.parse-json"] = (value, _) => value is string text ? ClrValues.ParseJson(text) : value,
        ["workflowhost.count"] = (value, _) => value is JsonArray items ? items.Count : value is null ? 0 : 1,
        ["workflowhost.first"] = (value, _) => value is JsonArray items ? ClrValues.FromNode(items.Count > 0 ? items[0] : null) : value,
    };

    /// <summary>Ids a definition may name.</summary>
    public static IEnumerable<string> Ids => Known.Keys;

    internal static Func<object?, Conversion, object?>? Find(string id) => Known.GetValueOrDefault(id);
}
