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

    public static object? FromScript(JsValue value, JsRun? run = null)
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
            { ClassName: "Promise" } promise when run is not null => Awaited(promise, run),
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

    /// <summary>A promise that is settled gives its value; nothing can settle it later.</summary>
    private static object? Awaited(JsObject promise, JsRun run)
    {
        var result = JsValue.Undefined;
        var then = promise.Get("then").ObjectOrNull as JsFunction;
        then?.Invoke(run, promise, JsFunction.FromHost("resolved", arguments =>
        {
            result = arguments.Length > 0 ? arguments[0] : JsValue.Undefined;
            return JsValue.Undefined;
        }));
        return FromScript(result, run);
    }
}
