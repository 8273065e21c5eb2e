using JsExpressions.Patterns;
using JsExpressions.Values;

namespace JsExpressions;

/// <summary>A regular expression.</summary>
public sealed class JsRegExp : JsObject
{
    internal JsRegExp(CompiledRegex compiled) : base(BuiltIns.Intrinsics.RegExpPrototype)
    {
        Compiled = compiled;
        DefineOwn("lastIndex", 0, Attributes.Writable);
    }

    /// <inheritdoc/>
    public override string ClassName => "RegExp";

    /// <summary>The pattern as written.</summary>
    public string Pattern => Compiled.Pattern;

    /// <summary>The flags as written.</summary>
    public string Flags => Compiled.Flags;

    internal CompiledRegex Compiled { get; }
}
