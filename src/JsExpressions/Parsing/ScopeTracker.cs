using JsExpressions.Parsing.Tree;

namespace JsExpressions.Parsing;

/// <summary>A use of a name and the functions between it and the scope it has reached on its way out.</summary>
internal struct Reference
{
    public Name Name;
    public List<FunctionShape>? Crossed;
}

/// <summary>A scope being parsed.</summary>
internal sealed class OpenScope(FunctionShape function, BlockScope block, bool isFunction, OpenScope? parent)
{
    public FunctionShape Function { get; } = function;

    public BlockScope Block { get; } = block;

    public bool IsFunction { get; } = isFunction;

    public OpenScope? Parent { get; } = parent;

    /// <summary>Declarations may be skipped (switch), so every use is checked.</summary>
    public bool IsSwitch { get; set; }

    /// <summary>The parameter scope of a catch clause.</summary>
    public bool IsCatch { get; set; }

    public Dictionary<string, Variable> Names { get; } = [];

    /// <summary>Names a nested <c>var</c> declares through this block.</summary>
    public HashSet<string>? VarsThrough { get; set; }

    public List<Reference> References { get; } = [];
}

/// <summary>
/// Resolves names while the source is parsed. Uses collect in the innermost scope and are settled when it closes, so
/// hoisted declarations and arrow parameters (known only at the arrow) need no second pass.
/// </summary>
internal sealed class ScopeTracker(SourceText source)
{
    private OpenScope? _current;

    public OpenScope Current => _current!; // a root function is open from the first to the last token

    public FunctionShape Function => Current.Function;

    public HashSet<string> FreeNames { get; } = [];

    /// <summary>The function whose <c>this</c> is seen here, arrows passed over; null at the top of the script.</summary>
    public FunctionShape? Method
    {
        get
        {
            var scope = _current;
            while (scope is { Function.IsArrow: true }) scope = scope.Parent;
            return scope is null || IsRoot(scope) ? null : scope.Function;
        }
    }

    public OpenScope OpenFunction(FunctionShape function)
    {
        _current = new OpenScope(function, function.Scope, true, _current);
        if (!function.IsDerived) return _current;
        function.ThisVariable = Declare(ImplicitName.This, VariableKind.Let, function.Position);
        function.ThisVariable.Checked = true;
        return _current;
    }

    public OpenScope OpenBlock(BlockScope block) => _current = new OpenScope(Function, block, false, _current);

    public void Use(Name name) => Current.References.Add(new Reference { Name = name });

    public Variable Declare(string name, VariableKind kind, int position, bool isPlain = true)
    {
        var scope = Current;
        if (kind == VariableKind.Var)
        {
            while (!scope.IsFunction)
            {
                if (scope.Names.TryGetValue(name, out var inBlock) && inBlock.Kind != VariableKind.CatchParameter)
                    throw Redeclared(name, position);
                (scope.VarsThrough ??= []).Add(name);
                scope = scope.Parent!; // a block always lies in a function
            }
        }
        if (scope.Names.TryGetValue(name, out var existing))
        {
            if (kind is VariableKind.Var or VariableKind.Parameter && existing.Kind is VariableKind.Var or VariableKind.Parameter or VariableKind.Function) return existing;
            var again = existing.Kind == VariableKind.Function && isPlain && existing.IsPlain && !scope.Function.IsStrict;
            if (kind == VariableKind.Function && (scope.IsFunction || again) && !existing.IsLexical)
            {
                if (existing.Kind == VariableKind.Var) existing.Kind = VariableKind.Function;
                return existing;
            }
            throw Redeclared(name, position);
        }
        if (kind != VariableKind.Var && !scope.IsFunction && scope.VarsThrough?.Contains(name) == true) throw Redeclared(name, position);
        if (scope.Parent is { IsCatch: true } caught && kind is VariableKind.Let or VariableKind.Const && caught.Names.ContainsKey(name) && scope.Parent.Function == scope.Function)
            throw Redeclared(name, position);
        var variable = new Variable(name, kind, scope.Function, int.MaxValue) { IsPlain = isPlain, Checked = scope.IsSwitch && kind is VariableKind.Let or VariableKind.Const };
        scope.Names.Add(name, variable);
        scope.Block.Variables.Add(variable);
        return variable;
    }

    /// <summary>Annex B: the function-level twin of a function declared in a block, unless a lexical name is in the way.</summary>
    public Variable? DeclareOuterFunction(string name, int position)
    {
        for (var scope = Current.Parent; scope is not null; scope = scope.Parent)
        {
            if (scope.Names.TryGetValue(name, out var existing))
            {
                if (scope.IsFunction && !existing.IsLexical) return existing;
                if (existing.Kind is not VariableKind.CatchParameter and not VariableKind.Function) return null;
            }
            if (!scope.IsFunction) continue;
            var variable = new Variable(name, VariableKind.Var, scope.Function, position);
            scope.Names.Add(name, variable);
            scope.Block.Variables.Add(variable);
            return variable;
        }
        return null;
    }

    public void Close()
    {
        var scope = Current;
        _current = scope.Parent;
        if (scope.IsFunction) DeclareImplicit(scope);
        foreach (var reference in scope.References)
        {
            if (scope.Names.TryGetValue(reference.Name.Text, out var variable)) Settle(reference, variable);
            else PassOutward(scope, reference);
        }
    }

    /// <summary>How many uses this scope has seen.</summary>
    public int Mark => Current.References.Count;

    /// <summary>Forgets the uses since the mark: their text will be read again.</summary>
    public void ForgetSince(int mark) => Current.References.RemoveRange(mark, Current.References.Count - mark);

    private static void DeclareImplicit(OpenScope scope)
    {
        var function = scope.Function;
        if (function.IsArrow || scope.Parent is null) return;
        foreach (var reference in scope.References)
        {
            var name = reference.Name.Text;
            if (ImplicitName.IsKnown(name) && !scope.Names.ContainsKey(name))
                function.ImplicitVariables.Add(Add(scope, name, VariableKind.Var));
            else if (name == function.NameText && function.SelfVariable is null && function.HasSelfName && !scope.Names.ContainsKey(name))
                function.SelfVariable = Add(scope, name, VariableKind.SelfName);
        }
    }

    private static bool IsRoot(OpenScope scope)
    {
        var function = scope;
        while (!function.IsFunction) function = function.Parent!; // a block always lies in a function
        return function.Parent is null;
    }

    private static Variable Add(OpenScope scope, string name, VariableKind kind)
    {
        var variable = new Variable(name, kind, scope.Function, 0);
        scope.Names.Add(name, variable);
        scope.Block.Variables.Add(variable);
        return variable;
    }

    private static void Settle(Reference reference, Variable variable)
    {
        reference.Name.Variable = variable;
        var early = reference.Name.Position < variable.DeclaredBefore;
        if (variable.IsLexical ? early || reference.Crossed is not null : early && variable.Kind == VariableKind.Parameter && reference.Crossed is null)
            variable.Checked = true;
        if (reference.Crossed is null) return;
        variable.Captured = true;
        foreach (var function in reference.Crossed)
            if (!function.Captures.Contains(variable)) function.Captures.Add(variable);
    }

    private void PassOutward(OpenScope scope, Reference reference)
    {
        if (scope.Parent is null)
        {
            if (reference.Name.Text[0] == '#')
                throw source.Error("undeclared", $"The private name '{reference.Name.Text}' is not declared by a class around it.", reference.Name.Position);
            FreeNames.Add(reference.Name.Text);
            return;
        }
        if (scope.IsFunction) reference.Crossed = reference.Crossed is null ? [scope.Function] : [.. reference.Crossed, scope.Function];
        scope.Parent.References.Add(reference);
    }

    private JsSyntaxException Redeclared(string name, int position) =>
        source.Error("redeclared", $"'{name}' is already declared here.", position);
}
