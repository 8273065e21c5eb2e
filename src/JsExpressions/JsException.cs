namespace JsExpressions;

/// <summary>A value thrown by the script (<c>throw</c>) or by a failed operation (TypeError, ReferenceError…).</summary>
public sealed class JsException : Exception
{
    /// <summary>Throws <paramref name="value"/> into the calling script, which may catch it.</summary>
    public JsException(JsValue value) : base(Describe(value)) => Value = value;

    /// <summary>The thrown value, usually an <see cref="JsError"/>.</summary>
    public JsValue Value { get; }

    /// <summary>The error's name such as <c>TypeError</c>, or <c>Error</c> when something else was thrown.</summary>
    public string Name => Value.ObjectOrNull is JsError error && error.Get("name") is { IsString: true } name ? name.AsString : "Error";

    /// <summary>Line of the source, from 1; 0 when unknown.</summary>
    public int Line { get; internal set; }

    /// <summary>Column of the source in UTF-16 units, from 1; 0 when unknown.</summary>
    public int Column { get; internal set; }

    private static string Describe(JsValue value)
    {
        if (value.ObjectOrNull is not JsError error) return "Uncaught " + value;
        var message = error.Get("message");
        return $"{error.Get("name")}: {(message.IsString ? message.AsString : "")}";
    }
}
