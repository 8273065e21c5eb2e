using JsExpressions.Parsing.Tree;
using JsExpressions.Values;

namespace JsExpressions.Evaluation;

/// <summary>What happens when a block or function is entered: cells, unset variables, hoisted functions.</summary>
internal sealed class ScopeCode(int[] cells, int[] checkedCells, int[] checkedSlots, (Target Target, FunctionNode Function)[] functions)
{
    public bool IsEmpty { get; } = cells.Length + checkedCells.Length + checkedSlots.Length + functions.Length == 0;

    /// <summary>Slots whose cells a loop renews for every turn.</summary>
    public int[] AllCells { get; } = [.. cells, .. checkedCells];

    public void Enter(Frame frame)
    {
        foreach (var slot in cells) frame.Slots[slot] = new JsValue(new Cell(default), 0);
        foreach (var slot in checkedCells) frame.Slots[slot] = new JsValue(new Cell(JsValue.Empty), 0);
        foreach (var slot in checkedSlots) frame.Slots[slot] = JsValue.Empty;
    }

    /// <summary>Creates the hoisted functions; behind <see cref="Enter"/> and the parameters, which they override.</summary>
    public void Hoist(Frame frame)
    {
        foreach (var (target, function) in functions) target.Assign(frame, function.Evaluate(frame));
    }

    /// <summary>Gives the next turn of a loop its own variables, with the values of the last.</summary>
    public void Renew(Frame frame)
    {
        foreach (var slot in AllCells) frame.Slots[slot] = new JsValue(new Cell(((Cell)frame.Slots[slot].Ref!).Value), 0); // entered before
    }
}

/// <summary>A compiled function.</summary>
internal sealed class FunctionCode(FunctionShape info)
{
    private Node? _value;
    private Step[] _body = [];
    private (int Index, Target Target, bool IsRest)[] _parameters = [];
    private int _plainParameters;
    private Target? _arguments;
    private Target? _self;

    public FunctionShape Info { get; } = info;

    public int SlotCount { get; private set; }

    public ScopeCode Scope { get; private set; } = null!; // set by Complete, before the code can run

    /// <summary>The variables a new function object takes along, in order: own slot, or index among the creator's captured ones.</summary>
    public (bool Own, int Index)[] Captures { get; set; } = [];

    public void Complete(ScopeCode scope, Node? value, Step[] body)
    {
        Scope = scope;
        _value = value;
        _body = body;
        SlotCount = Info.SlotCount;
    }

    /// <summary>The first <paramref name="plain"/> parameters are uncaptured names whose slot is their index.</summary>
    public void SetParameters(int plain, (int Index, Target Target, bool IsRest)[] others, Target? arguments, Target? self)
    {
        _plainParameters = plain;
        _parameters = others;
        _arguments = arguments;
        _self = self;
    }

    public JsValue Call(ScriptFunction function, JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        run.Budget.Enter();
        var frame = new Frame(run, function.Root, SlotCount, function.Captured, self);
        if (!Scope.IsEmpty) Scope.Enter(frame);
        args[..Math.Min(_plainParameters, args.Length)].CopyTo(frame.Slots);
        _arguments?.Assign(frame, new JsArguments(run, args).FromThis());
        _self?.Assign(frame, function.FromThis());
        foreach (var (index, target, isRest) in _parameters)
            target.Assign(frame, isRest ? Rest(run, args, index) : args.At(index));
        if (!Scope.IsEmpty) Scope.Hoist(frame);
        var result = Run(frame);
        run.Budget.Leave();
        return result;
    }

    public JsValue Run(Frame frame)
    {
        if (_value is not null) return _value.Evaluate(frame);
        frame.Run.Budget.Steps(_body.Length);
        foreach (var step in _body)
            if (step.Execute(frame) == Completion.Return) break;
        return frame.Result;
    }

    private static JsValue Rest(JsRun run, ReadOnlySpan<JsValue> args, int index)
    {
        JsValue[] rest = index < args.Length ? args[index..].ToArray() : [];
        run.Budget.Array(rest.Length);
        return new JsArray(rest).FromThis();
    }
}
