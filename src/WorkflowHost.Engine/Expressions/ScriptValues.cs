using System.Globalization;
using System.Text.Json.Nodes;
using JsExpressions;
using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine.Expressions;

/// <summary>Workflow values to script values and back (elsa-semantics 4.2).</summary>
internal static class ScriptValues
{
    public static JsValue ToScript(object? value) => value switch
    {
        null => JsValue.Null,
        string text => text,
        bool flag => flag,
        JsonNode node => JsJson.FromNode(node),
        DateTimeOffset time => new JsDate(time),
        DateTime time => new JsDate(new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc))),
        byte[] bytes => new ScriptBytes(bytes),
        _ when ClrValues.IsNumber(value) => ClrValues.ToDouble(value),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        _ => ClrValues.ToText(value),
    };

    public static object? FromScript(JsValue value)
    {
        if (value.IsNullish)
            return null;
        if (value.IsString)
            return value.AsString;
        if (value.IsNumber)
            return value.AsNumber;
        if (value.IsBoolean)
            return value.AsBoolean;
        return value.ObjectOrNull switch
        {
            JsDate date => date.Instant?.UtcDateTime,
            ScriptBytes bytes => bytes.Bytes,
            ScriptGuid guid => guid.Value,
            JsFunction => null,
            { ClassName: "String" or "Number" or "Boolean" } => ClrValues.FromNode(JsJson.ToNode(value)),
            { } => Structure(value),
            _ => null,
        };
    }

    private static JsonNode? Structure(JsValue value)
    {
        try
        {
            return JsJson.ToNode(value);
        }
        catch (InvalidOperationException error)
        {
            throw new ActivityFaultException("JavaScriptError", error.Message, error);
        }
    }
}
