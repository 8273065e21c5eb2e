using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using JsExpressions;
using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine.Expressions;

/// <summary>Elsa's functions by name (elsa-semantics 4.2).</summary>
internal static class ScriptFunctions
{
    public static Func<JsValue[], JsValue>? Find(string name, ActivityContext context, ScriptVariables? variables) => name switch
    {
        "getVariable" => args => ScriptValues.ToScript(context.FindVariable(Text(args, 0))?.Value),
        "setVariable" => args => SetVariable(context, variables, Text(args, 0), At(args, 1)),
        "getInput" => args => ScriptValues.ToScript(context.WorkflowInput(Text(args, 0))),
        "getOutputFrom" => args => ScriptOutputs.From(context, Text(args, 0), args.Length > 1 && !args[1].IsNullish ? Text(args, 1) : null),
        "getLastResult" => _ => ScriptValues.ToScript(context.Burst.LastResult),
        "setOutcome" or "setOutcomes" => args => SetOutcomes(context, At(args, 0)),
        _ when name.StartsWith("get", StringComparison.Ordinal) || name.StartsWith("set", StringComparison.Ordinal) =>
            Instance(name, context) ?? ScriptAccessors.Find(name, context, variables),
        _ => Pure(name, context),
    };

    private static Func<JsValue[], JsValue>? Instance(string name, ActivityContext context) => name switch
    {
        "getWorkflowDefinitionId" => _ => context.DefinitionId,
        "getWorkflowDefinitionVersionId" => _ => context.DefinitionVersionId,
        "getWorkflowDefinitionVersion" => _ => (double)context.DefinitionVersion,
        "getWorkflowInstanceId" => _ => context.InstanceId,
        "getCorrelationId" => _ => context.CorrelationId,
        "setCorrelationId" => args => Do(() => context.CorrelationId = NullableText(args, 0)),
        "getWorkflowInstanceName" => _ => context.InstanceName,
        "setWorkflowInstanceName" => args => Do(() => context.InstanceName = NullableText(args, 0)),
        "getGuidString" => _ => NewGuid(context).ToString(),
        "getShortGuid" => _ => ShortGuid(context),
        _ => null,
    };

    private static Func<JsValue[], JsValue>? Pure(string name, ActivityContext context) => name switch
    {
        "isNullOrWhiteSpace" => args => string.IsNullOrWhiteSpace(NullableText(args, 0)),
        "isNullOrEmpty" => args => string.IsNullOrEmpty(NullableText(args, 0)),
        "toJson" => args => (ClrValues.ToNode(ScriptValues.FromScript(At(args, 0)))?.ToJsonString(EngineJson.Options)) ?? "null",
        "parseGuid" => args => Guid.TryParse(Text(args, 0), out var id)
            ? (JsValue)new ScriptGuid(id)
            : throw new ActivityFaultException("FormatException", "Unrecognized Guid format."),
        "newGuid" => _ => new ScriptGuid(NewGuid(context)),
        "newGuidString" => _ => NewGuid(context).ToString(),
        "newShortGuid" => _ => ShortGuid(context),
        "bytesToString" => args => Encoding.UTF8.GetString(Bytes(At(args, 0))),
        "bytesFromString" => args => ScriptValues.ToScript(Encoding.UTF8.GetBytes(Text(args, 0))),
        "streamToBytes" => args => ScriptValues.ToScript(Bytes(At(args, 0))),
        "bytesToBase64" or "streamToBase64" => args => Convert.ToBase64String(Bytes(At(args, 0))),
        "bytesFromBase64" => args => ScriptValues.ToScript(FromBase64(Text(args, 0))),
        "stringToBase64" => args => Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(args, 0))),
        "stringFromBase64" => args => Encoding.UTF8.GetString(FromBase64(Text(args, 0))),
        _ => null,
    };

    internal static JsValue SetVariable(ActivityContext context, ScriptVariables? variables, string name, JsValue value)
    {
        context.SetVariableValue(name, ScriptValues.FromScript(value));
        variables?.Changed(name, value);
        return JsValue.Undefined;
    }

    private static JsValue SetOutcomes(ActivityContext context, JsValue outcomes)
    {
        context.Burst.Scripts.Outcomes = ClrValues.Texts(ScriptValues.FromScript(outcomes));
        return JsValue.Undefined;
    }

    private static JsValue Do(Action act)
    {
        act();
        return JsValue.Undefined;
    }

    /// <summary>Made of the host's ids, so that a test can foresee it.</summary>
    internal static Guid NewGuid(ActivityContext context) =>
        Guid.TryParseExact(context.NewId() + context.NewId(), "N", out var id) ? id : Guid.CreateVersion7(context.Now);

    private static string ShortGuid(ActivityContext context) =>
        Convert.ToBase64String(NewGuid(context).ToByteArray()).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static byte[] FromBase64(string text)
    {
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException error)
        {
            throw new ActivityFaultException("FormatException", error.Message, error);
        }
    }

    private static byte[] Bytes(JsValue value) => ScriptValues.FromScript(value) switch
    {
        byte[] bytes => bytes,
        JsonArray items => [.. items.Select(item => Convert.ToByte(ClrValues.FromNode(item) ?? 0, CultureInfo.InvariantCulture))],
        string base64 => FromBase64(base64),
        _ => [],
    };

    private static JsValue At(JsValue[] args, int index) => index < args.Length ? args[index] : JsValue.Undefined;

    private static string Text(JsValue[] args, int index) => NullableText(args, index) ?? "";

    private static string? NullableText(JsValue[] args, int index)
    {
        var value = At(args, index);
        return value.IsNullish ? null : value.ToJsString();
    }
}
