namespace JsExpressions.Parsing.Tree;

internal enum ElementKind { Method, Getter, Setter, Field, Block }

/// <summary>
/// A member of a class body. One of <see cref="Key"/> and <see cref="Private"/> is set, neither for a static block.
/// <see cref="Function"/> is the method, the block, or what makes the field's value (null without initialiser).
/// </summary>
internal sealed record ClassElement(ElementKind Kind, bool IsStatic, Expression? Key, Name? Private, FunctionShape? Function);

/// <summary>A class; <see cref="Scope"/> holds its inner name, <see cref="Body"/> its private names.</summary>
internal sealed class ClassLiteral(int position, BlockScope scope, BlockScope body, Name? inner, Expression? heritage, FunctionShape constructor, ClassElement[] elements)
    : Expression(position)
{
    public BlockScope Scope { get; } = scope;

    public BlockScope Body { get; } = body;

    /// <summary>The constant its own code sees; null for a nameless class.</summary>
    public Name? Inner { get; } = inner;

    public Expression? Heritage { get; } = heritage;

    /// <summary>As written, or the empty one that stands for it.</summary>
    public FunctionShape Constructor { get; } = constructor;

    public ClassElement[] Elements { get; } = elements;

    /// <summary>The variables of private names, each once.</summary>
    public Name[] PrivateNames { get; init; } = [];
}

/// <summary>A class declaration: a <c>let</c> of the surrounding block.</summary>
internal sealed class ClassDeclaration(int position, Name target, ClassLiteral value) : Statement(position)
{
    public Name Target { get; } = target;

    public ClassLiteral Value { get; } = value;
}

/// <summary><c>target.#name</c></summary>
internal sealed class PrivateMember(int position, Expression target, Name name, bool optional) : Expression(position)
{
    public Expression Target { get; } = target;

    public Name Name { get; } = name;

    public bool Optional { get; } = optional;
}

/// <summary><c>#name in target</c></summary>
internal sealed class PrivateIn(int position, Name name, Expression target) : Expression(position)
{
    public Name Name { get; } = name;

    public Expression Target { get; } = target;
}

/// <summary><c>super.key</c>; <see cref="Home"/> is the object of the method, <see cref="Self"/> its <c>this</c>.</summary>
internal sealed class SuperMember(int position, Name home, Expression self, Expression key) : Expression(position)
{
    public Name Home { get; } = home;

    public Expression Self { get; } = self;

    public Expression Key { get; } = key;
}

/// <summary><c>super(...)</c>, which gives <c>this</c> its value.</summary>
internal sealed class SuperCall(int position, Name function, Name newTarget, Name self, Expression[] args) : Expression(position)
{
    public Name Function { get; } = function;

    public Name NewTarget { get; } = newTarget;

    public Name Self { get; } = self;

    public Expression[] Args { get; } = args;
}
