namespace JsExpressions.Parsing.Tree;

internal abstract class Statement(int position)
{
    public int Position { get; } = position;
}

internal sealed class ExpressionStatement(int position, Expression value) : Statement(position)
{
    public Expression Value { get; } = value;
}

internal enum DeclarationKind { Var, Let, Const }

/// <summary>A name or pattern with its optional initialiser.</summary>
internal sealed record Declarator(Expression Target, Expression? Value);

internal sealed class Declaration(int position, DeclarationKind kind, Declarator[] items) : Statement(position)
{
    public DeclarationKind Kind { get; } = kind;

    public Declarator[] Items { get; } = items;
}

/// <summary>A function declaration; its value is set when its block is entered (<see cref="BlockScope.Functions"/>).</summary>
internal sealed class FunctionDeclaration(int position, FunctionShape function, Name target, Name? outer) : Statement(position)
{
    public FunctionShape Function { get; } = function;

    public Name Target { get; } = target;

    /// <summary>In a block: the function-level variable that also receives the function when it is reached (Annex B).</summary>
    public Name? Outer { get; } = outer;
}

internal sealed class Block(int position, BlockScope scope, Statement[] body) : Statement(position)
{
    public BlockScope Scope { get; } = scope;

    public Statement[] Body { get; } = body;
}

internal sealed class Empty(int position) : Statement(position);

internal sealed class If(int position, Expression test, Statement yes, Statement? no) : Statement(position)
{
    public Expression Test { get; } = test;

    public Statement Yes { get; } = yes;

    public Statement? No { get; } = no;
}

internal sealed class For(int position, BlockScope scope, Statement? init, Expression? test, Expression? step, Statement body) : Statement(position)
{
    public BlockScope Scope { get; } = scope;

    public Statement? Init { get; } = init;

    public Expression? Test { get; } = test;

    public Expression? Step { get; } = step;

    public Statement Body { get; } = body;
}

/// <summary><c>for (target of source)</c> and <c>for (target in source)</c>; <see cref="Kind"/> is null for an assignment target.</summary>
internal sealed class ForEach(int position, BlockScope scope, DeclarationKind? kind, Expression target, Expression source, bool keys, Statement body)
    : Statement(position)
{
    public BlockScope Scope { get; } = scope;

    public DeclarationKind? Kind { get; } = kind;

    public Expression Target { get; } = target;

    public Expression Source { get; } = source;

    public bool Keys { get; } = keys;

    public Statement Body { get; } = body;
}

internal sealed class While(int position, Expression test, Statement body, bool testFirst) : Statement(position)
{
    public Expression Test { get; } = test;

    public Statement Body { get; } = body;

    public bool TestFirst { get; } = testFirst;
}

internal sealed class Jump(int position, bool isBreak, string? label) : Statement(position)
{
    public bool IsBreak { get; } = isBreak;

    public string? Label { get; } = label;
}

internal sealed class Return(int position, Expression? value) : Statement(position)
{
    public Expression? Value { get; } = value;
}

internal sealed class Throw(int position, Expression value) : Statement(position)
{
    public Expression Value { get; } = value;
}

internal sealed class Try(int position, Statement body, BlockScope? catchScope, Expression? parameter, Statement? handler, Statement? last)
    : Statement(position)
{
    public Statement Body { get; } = body;

    public BlockScope? CatchScope { get; } = catchScope;

    public Expression? Parameter { get; } = parameter;

    public Statement? Handler { get; } = handler;

    public Statement? Finally { get; } = last;
}

/// <summary>A case of a switch; <see cref="Test"/> is null for <c>default</c>.</summary>
internal sealed record Case(Expression? Test, Statement[] Body);

internal sealed class Switch(int position, Expression value, BlockScope scope, Case[] cases) : Statement(position)
{
    public Expression Value { get; } = value;

    public BlockScope Scope { get; } = scope;

    public Case[] Cases { get; } = cases;
}

internal sealed class Labelled(int position, string label, Statement body) : Statement(position)
{
    public string Label { get; } = label;

    public Statement Body { get; } = body;
}
