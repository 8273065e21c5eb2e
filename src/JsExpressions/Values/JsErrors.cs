namespace JsExpressions.Values;

/// <summary>The errors operations throw; texts are V8's.</summary>
internal static class JsErrors
{
    public static JsException Type(JsRun run, string message) => Make(run, BuiltIns.Intrinsics.TypeErrorPrototype, message);

    public static JsException Range(JsRun run, string message) => Make(run, BuiltIns.Intrinsics.RangeErrorPrototype, message);

    public static JsException Reference(JsRun run, string message) => Make(run, BuiltIns.Intrinsics.ReferenceErrorPrototype, message);

    public static JsException Syntax(JsRun run, string message) => Make(run, BuiltIns.Intrinsics.SyntaxErrorPrototype, message);

    public static JsException Uri(JsRun run) => Make(run, BuiltIns.Intrinsics.UriErrorPrototype, "URI malformed");

    public static JsException Thrown(JsRun run, JsValue value)
    {
        var exception = new JsException(value);
        run.Locate(exception);
        return exception;
    }

    private static JsException Make(JsRun run, JsObject prototype, string message)
    {
        run.Budget.Object();
        return Thrown(run, new JsError(prototype, message).FromThis());
    }
}
