using JsExpressions.Values;

namespace JsExpressions;

/// <summary>An Error object.</summary>
public sealed class JsError : JsObject
{
    internal JsError(JsObject prototype, string? message) : base(prototype)
    {
        if (message is not null) DefineOwn("message", message, Attributes.Hidden);
    }

    /// <inheritdoc/>
    public override string ClassName => "Error";

    /// <summary>A plain <c>Error</c> for a host function to throw within a <see cref="JsException"/>.</summary>
    public static JsError Create(string message) => new(BuiltIns.Intrinsics.ErrorPrototype, message);
}
