using Formio.Scripting;
using Formio.Values;

namespace Formio.Conditions;

/// <summary>What logic does: change a property, the value, or merge a schema.</summary>
internal sealed class LogicAction
{
    public LogicAction(DataObject action, ScriptCache scripts)
    {
        Type = action["type"].AsString ?? "";
        var property = action["property"].AsObject ?? new DataObject();
        PropertyType = property["type"].AsString ?? "";
        PropertyPath = property["value"].AsString ?? "";
        PropertyParts = PropertyPath.Length == 0 ? [] : DataPath.Parse(PropertyPath);
        State = action["state"].ToString() == "true";
        var textSource = property["component"].AsString is { Length: > 0 } name ? action[name] : action["text"];
        Text = textSource.IsUndefined ? "undefined" : textSource.ToString();
        Value = Type switch
        {
            "value" => Formula.Of(action["value"], "value", scripts),
            "customAction" => Formula.Of(action["customAction"], "value", scripts),
            "mergeComponentSchema" => Formula.Of(action["schemaDefinition"], "schema", scripts),
            _ => null,
        };
    }

    public string Type { get; }

    public string PropertyType { get; }

    public string PropertyPath { get; }

    public string[] PropertyParts { get; }

    /// <summary>The state a boolean property gets.</summary>
    public bool State { get; }

    /// <summary>The template a string property gets.</summary>
    public string Text { get; }

    /// <summary>The formula of a value, custom or schema action.</summary>
    public Formula? Value { get; }
}
