using System.Runtime.CompilerServices;
using JsExpressions.Parsing;
using JsExpressions.Parsing.Tree;

namespace JsExpressions.Evaluation;

/// <summary>Turns the tree into nodes that evaluate themselves.</summary>
internal sealed partial class Compiler(SourceText source, string[] freeNames)
{
    // Evaluation of so many levels fits in what the runtime keeps free when it says the stack suffices.
    private const int LevelsPerGuard = 64;

    private readonly Dictionary<string, int> _freeIndex = freeNames.Select((name, index) => (name, index)).ToDictionary(item => item.name, item => item.index);
    private FunctionShape _function = null!; // set before anything is compiled
    private bool _isScript;
    private int _level;

    public FunctionCode CompileScript(FunctionShape root)
    {
        _function = root;
        _isScript = true;
        var code = new FunctionCode(root);
        var scope = Scope(root.Scope);
        code.Complete(scope, root.Value is null ? null : Expression(root.Value), Statements(root.Body));
        return code;
    }

    private FunctionNode Function(FunctionShape info)
    {
        var (outer, wasScript, level, partLevel) = (_function, _isScript, _level, _partLevel);
        var code = new FunctionCode(info)
        {
            Captures = info.Captures.Select(variable => variable.Function == outer
                ? (true, variable.Slot)
                : (false, outer.Captures.IndexOf(variable))).ToArray(),
        };
        _function = info;
        _isScript = false;
        _level = _partLevel = 0;
        var plain = 0;
        while (plain < info.Parameters.Length && info.Parameters[plain] is Name { Variable: { Captured: false } variable } && variable.Slot == plain) plain++;
        if (info.Parameters.Take(plain).Cast<Name>().Select(name => name.Text).Distinct().Count() < plain) plain = 0;
        var others = info.Parameters.Skip(plain).Select((parameter, i) => parameter is Spread rest
            ? (plain + i, Target(rest.Value, declares: true), true)
            : (plain + i, Target(parameter, declares: true), false)).ToArray();
        code.SetParameters(plain, others);
        code.SetImplicit(
            info.ImplicitVariables.Select(variable => (variable.Name, Declared(variable))).ToArray(),
            info.SelfVariable is null ? null : Declared(info.SelfVariable),
            info is { IsDerived: true, ThisVariable: { } self } ? Read(new Name(info.Position, self.Name) { Variable = self }) : null);
        var scope = Scope(info.Scope);
        if (info.IsGenerator || info.IsAsync) code.CompletePausing(scope, Parts(info.Value is null ? info.Body : [new Return(info.Value.Position, info.Value)]));
        else code.Complete(scope, info.Value is null ? null : Expression(info.Value), Statements(info.Body));
        (_function, _isScript, _level, _partLevel) = (outer, wasScript, level, partLevel);
        return new FunctionNode(code);
    }

    private ScopeCode Scope(BlockScope scope)
    {
        var captured = scope.Variables.Where(variable => variable.Captured).ToList();
        return new ScopeCode(
            captured.Where(variable => !variable.Checked).Select(variable => variable.Slot).ToArray(),
            captured.Where(variable => variable.Checked).Select(variable => variable.Slot).ToArray(),
            scope.Variables.Where(variable => !variable.Captured && variable.Checked).Select(variable => variable.Slot).ToArray(),
            scope.Functions.Select(function => (Target(function.Target, declares: true), Function(function.Function))).ToArray());
    }

    private static Target Declared(Variable variable) => variable.Captured ? new CellTarget(variable.Slot) : new SlotTarget(variable.Slot);

    private void Deepen(int position)
    {
        if (++_level > 4000 || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw source.Error("too-deep", "The text nests too deeply.", position);
    }

    private Node Read(Name name)
    {
        if (name.Variable is not { } variable)
        {
            return new FreeNode(_freeIndex[name.Text], name.Text, name.Position);
        }
        if (variable.Function != _function) return new CapturedNode(_function.Captures.IndexOf(variable), name.Text, name.Position);
        if (variable.Captured) return new CellNode(variable.Slot, name.Text, name.Position);
        return variable.Checked ? new CheckedSlotNode(variable.Slot, name.Text, name.Position) : new SlotNode(variable.Slot);
    }

    private Target Write(Name name, bool declares)
    {
        if (name.Variable is not { } variable) return new FreeTarget(_freeIndex[name.Text], name.Text, _function.IsStrict, name.Position);
        if (!declares && variable.Kind == VariableKind.Const) return new ConstantTarget(Read(name), name.Position);
        if (!declares && variable.Kind == VariableKind.SelfName) return new SelfNameTarget(_function.IsStrict, name.Position);
        if (declares && variable.Function != _function) return new CapturedInitialTarget(_function.Captures.IndexOf(variable));
        if (variable.Function != _function) return new CapturedTarget(_function.Captures.IndexOf(variable), name.Text, name.Position);
        if (variable.Captured)
            return variable.Checked && !declares ? new CheckedCellTarget(variable.Slot, name.Text, name.Position) : new CellTarget(variable.Slot);
        return variable.Checked && !declares ? new CheckedSlotTarget(variable.Slot, name.Text, name.Position) : new SlotTarget(variable.Slot);
    }

    private Target Target(Expression target, bool declares) => target switch
    {
        Name name => Write(name, declares),
        Member member => new MemberTarget(Expression(member.Target), member.Key, _function.IsStrict, member.Position),
        Indexed index => new IndexTarget(Expression(index.Target), Expression(index.Key), _function.IsStrict, index.Position),
        PrivateMember or SuperMember => new HeldTarget(Held(target)),
        Assignment { Operator: "=" } initial => new DefaultTarget(Target(initial.Target, declares), Expression(initial.Value)),
        ArrayPattern array => ArrayTarget(array, declares),
        ObjectPattern shape => new ObjectPatternTarget(
            shape.Members.Select(member => (Expression(member.Key), Target(member.Target, declares))).ToArray(),
            shape.Rest is null ? null : Target(shape.Rest, declares), shape.Position),
        _ => throw source.Error("invalid-assignment", "Only a name, a property or a pattern can be assigned.", target.Position),
    };

    private ArrayPatternTarget ArrayTarget(ArrayPattern pattern, bool declares)
    {
        var rest = pattern.Items is [.., Spread last] ? Target(last.Value, declares) : null;
        var items = pattern.Items.Take(pattern.Items.Length - (rest is null ? 0 : 1));
        return new ArrayPatternTarget(items.Select(item => item is null ? null : Target(item, declares)).ToArray(), rest, pattern.Position);
    }
}
