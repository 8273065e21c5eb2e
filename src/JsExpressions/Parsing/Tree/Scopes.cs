namespace JsExpressions.Parsing.Tree;

internal enum VariableKind { Var, Let, Const, Function, Parameter, CatchParameter, SelfName }

/// <summary>A declared name. Where it lives is known once its function is parsed.</summary>
internal sealed class Variable(string name, VariableKind kind, FunctionShape function, int position)
{
    public string Name { get; } = name;

    public VariableKind Kind { get; set; } = kind;

    public FunctionShape Function { get; } = function;

    /// <summary>Index among the slots of its function.</summary>
    public int Slot { get; } = function.SlotCount++;

    /// <summary>Used by an inner function: lives in a cell of its own.</summary>
    public bool Captured { get; set; }

    /// <summary>Some use may run before the declaration: uses are checked.</summary>
    public bool Checked { get; set; }

    /// <summary>Behind this offset a use in the same function is sure to run after the declaration.</summary>
    public int DeclaredBefore { get; set; } = position;

    /// <summary>Of a function: neither generator nor asynchronous, so a block may declare it twice (Annex B).</summary>
    public bool IsPlain { get; init; }

    public bool IsLexical => Kind is VariableKind.Let or VariableKind.Const;
}

/// <summary>A block and what it declares.</summary>
internal sealed class BlockScope
{
    public List<Variable> Variables { get; } = [];

    /// <summary>Functions to create on entry.</summary>
    public List<FunctionDeclaration> Functions { get; } = [];
}

/// <summary>A parameter: a name or pattern, maybe with a default (<see cref="Assignment"/>), maybe the rest (<see cref="Spread"/>).</summary>
internal sealed class FunctionShape(int position)
{
    public int Position { get; } = position;

    /// <summary>Where the source <c>toString</c> shows begins.</summary>
    public int Start { get; set; } = position;

    public string NameText { get; set; } = "";

    public bool IsArrow { get; set; }

    public bool IsMethod { get; set; }

    public bool IsGenerator { get; set; }

    public bool IsAsync { get; set; }

    /// <summary>The constructor of a class.</summary>
    public bool IsConstructor { get; set; }

    /// <summary>The constructor of a class that extends another.</summary>
    public bool IsDerived { get; set; }

    /// <summary>The constructor of a class that has none.</summary>
    public bool IsDefault { get; set; }

    /// <summary>Makes the value of a field, or is a static block: <c>arguments</c> has no place in it.</summary>
    public bool IsField { get; set; }

    public bool IsStaticBlock { get; set; }

    /// <summary>A function expression whose name is visible inside itself.</summary>
    public bool HasSelfName { get; set; }

    public bool IsStrict { get; set; }

    public bool HasStrictDirective { get; set; }

    public Expression[] Parameters { get; set; } = [];

    public Statement[] Body { get; set; } = [];

    /// <summary>An arrow's expression body, else null.</summary>
    public Expression? Value { get; set; }

    public BlockScope Scope { get; } = new();

    public int SlotCount { get; set; }

    /// <summary>Variables of outer functions that this one or one inside uses.</summary>
    public List<Variable> Captures { get; } = [];

    /// <summary>The implicit names it uses (<see cref="ImplicitName"/>).</summary>
    public List<Variable> ImplicitVariables { get; } = [];

    /// <summary>The <c>this</c> of a derived constructor.</summary>
    public Variable? ThisVariable { get; set; }

    /// <summary>The name of a named function expression, visible inside only.</summary>
    public Variable? SelfVariable { get; set; }

    /// <summary>What <c>length</c> says: parameters before the first default or rest.</summary>
    public int Length { get; set; }

    public int End { get; set; }
}
