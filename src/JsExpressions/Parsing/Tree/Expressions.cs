namespace JsExpressions.Parsing.Tree;

/// <summary>An expression and the offset it is reported at.</summary>
internal abstract class Expression(int position)
{
    public int Position { get; } = position;

    /// <summary>Written in parentheses, which keeps it from being a pattern, an arrow's parameters or a nameless function.</summary>
    public bool Parenthesised { get; set; }
}

internal sealed class Literal(int position, JsValue value) : Expression(position)
{
    public JsValue Value { get; } = value;
}

internal sealed class RegexLiteral(int position, string pattern, string flags) : Expression(position)
{
    public string Pattern { get; } = pattern;

    public string Flags { get; } = flags;
}

internal sealed class Name(int position, string text) : Expression(position)
{
    public string Text { get; } = text;

    /// <summary>What the name stands for; null when it is free.</summary>
    public Variable? Variable { get; set; }
}

internal sealed class This(int position) : Expression(position)
{
    /// <summary>Outside of all functions but arrows: the global object, in strict code too.</summary>
    public bool IsGlobal { get; init; }
}

internal sealed class Template(int position, string[] texts, Expression[] holes) : Expression(position)
{
    public string[] Texts { get; } = texts;

    public Expression[] Holes { get; } = holes;
}

internal sealed class TaggedTemplate(int position, Expression tag, string?[] cooked, string[] raw, Expression[] holes) : Expression(position)
{
    public Expression Tag { get; } = tag;

    public string?[] Cooked { get; } = cooked;

    public string[] Raw { get; } = raw;

    public Expression[] Holes { get; } = holes;
}

/// <summary>Null elements are holes.</summary>
internal sealed class ArrayLiteral(int position, Expression?[] items) : Expression(position)
{
    /// <summary>Which an array allows and a pattern does not, behind its rest.</summary>
    public bool EndsWithComma { get; init; }

    public Expression?[] Items { get; } = items;
}

internal sealed class Spread(int position, Expression value) : Expression(position)
{
    public Expression Value { get; } = value;
}

internal enum MemberKind { Value, Method, Getter, Setter, Spread, Prototype }

/// <summary>One entry of an object literal; <see cref="Key"/> is null for a spread, a literal text unless computed.</summary>
internal sealed record ObjectMember(MemberKind Kind, Expression? Key, Expression Value, bool Shorthand);

internal sealed class ObjectLiteral(int position, ObjectMember[] members) : Expression(position)
{
    public ObjectMember[] Members { get; } = members;
}

internal sealed class Unary(int position, string sign, Expression operand) : Expression(position)
{
    public string Operator { get; } = sign;

    public Expression Operand { get; } = operand;
}

internal sealed class Update(int position, bool increment, bool prefix, Expression target) : Expression(position)
{
    public bool Increment { get; } = increment;

    public bool Prefix { get; } = prefix;

    public Expression Target { get; } = target;
}

internal sealed class Binary(int position, string sign, Expression left, Expression right) : Expression(position)
{
    public string Operator { get; } = sign;

    public Expression Left { get; } = left;

    public Expression Right { get; } = right;
}

/// <summary><c>&amp;&amp;</c>, <c>||</c>, <c>??</c></summary>
internal sealed class Logical(int position, string sign, Expression left, Expression right) : Expression(position)
{
    public string Operator { get; } = sign;

    public Expression Left { get; } = left;

    public Expression Right { get; } = right;
}

internal sealed class Conditional(int position, Expression test, Expression yes, Expression no) : Expression(position)
{
    public Expression Test { get; } = test;

    public Expression Yes { get; } = yes;

    public Expression No { get; } = no;
}

/// <summary><see cref="Operator"/> is "=" or a compound one; <see cref="Target"/> is a name, a member, an index or a pattern.</summary>
internal sealed class Assignment(int position, string sign, Expression target, Expression value) : Expression(position)
{
    public string Operator { get; } = sign;

    public Expression Target { get; } = target;

    public Expression Value { get; } = value;
}

internal sealed class Member(int position, Expression target, string key, bool optional) : Expression(position)
{
    public Expression Target { get; } = target;

    public string Key { get; } = key;

    public bool Optional { get; } = optional;
}

internal sealed class Indexed(int position, Expression target, Expression key, bool optional) : Expression(position)
{
    public Expression Target { get; } = target;

    public Expression Key { get; } = key;

    public bool Optional { get; } = optional;
}

internal sealed class Call(int position, Expression callee, Expression[] args, bool optional) : Expression(position)
{
    public Expression Callee { get; } = callee;

    public Expression[] Args { get; } = args;

    public bool Optional { get; } = optional;
}

/// <summary>A whole chain that holds <c>?.</c>: where it stops, all of it is undefined.</summary>
internal sealed class OptionalChain(int position, Expression chain) : Expression(position)
{
    public Expression Chain { get; } = chain;
}

internal sealed class New(int position, Expression callee, Expression[] args) : Expression(position)
{
    public Expression Callee { get; } = callee;

    public Expression[] Args { get; } = args;
}

internal sealed class Sequence(int position, Expression[] items) : Expression(position)
{
    public Expression[] Items { get; } = items;
}

internal sealed class FunctionLiteral(int position, FunctionShape function) : Expression(position)
{
    public FunctionShape Function { get; } = function;
}

/// <summary>Array destructuring; null elements skip, the last may be a <see cref="Spread"/>.</summary>
internal sealed class ArrayPattern(int position, Expression?[] items) : Expression(position)
{
    public Expression?[] Items { get; } = items;
}

/// <summary>A key of a pattern and the target it fills, which may be an <see cref="Assignment"/> (a default).</summary>
internal sealed record PatternMember(Expression Key, Expression Target);

internal sealed class ObjectPattern(int position, PatternMember[] members, Expression? rest) : Expression(position)
{
    public PatternMember[] Members { get; } = members;

    public Expression? Rest { get; } = rest;
}
