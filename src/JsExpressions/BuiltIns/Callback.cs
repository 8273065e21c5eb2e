using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

internal static class Callback
{
    /// <summary>The function given to a built-in; throws TypeError for anything else.</summary>
    public static JsFunction Of(JsRun run, JsValue value) =>
        value.ObjectOrNull as JsFunction ?? throw JsErrors.Type(run, $"{Display(run, value)} is not a function");

    private static string Display(JsRun run, JsValue value) => value.Kind switch
    {
        JsKind.String => $"\"{value.AsString}\"",
        JsKind.Object => $"#<{value.AsObject.ClassName}>",
        _ => Coercion.ToText(run, value),
    };
}
