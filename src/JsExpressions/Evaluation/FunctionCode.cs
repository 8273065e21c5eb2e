using JsExpressions.Parsing;
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
    private Pausing.Part? _pausing;
    private (int Index, Target Target, bool IsRest)[] _parameters = [];
    private int _plainParameters;
    private (string Name, Target Target)[] _implicit = [];
    private Target? _self;
    private Node? _this;

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

    /// <summary>As <see cref="Complete"/>, for a generator or asynchronous function.</summary>
    public void CompletePausing(ScopeCode scope, Pausing.Part body)
    {
        Scope = scope;
        _pausing = body;
        SlotCount = Info.SlotCount;
    }

    /// <summary>The first <paramref name="plain"/> parameters are uncaptured names whose slot is their index.</summary>
    public void SetParameters(int plain, (int Index, Target Target, bool IsRest)[] others)
    {
        _plainParameters = plain;
        _parameters = others;
    }

    /// <summary><paramref name="self"/> is the function's own name; <paramref name="derivedThis"/> reads the <c>this</c> of a derived constructor.</summary>
    public void SetImplicit((string Name, Target Target)[] names, Target? self, Node? derivedThis)
    {
        _implicit = names;
        _self = self;
        _this = derivedThis;
    }

    public JsValue Call(ScriptFunction function, JsRun run, JsValue self, ReadOnlySpan<JsValue> args, JsObject? newTarget)
    {
        if (Info.IsAsync) return CallAsync(function, run, self, args);
        run.Budget.Enter();
        var frame = Enter(function, run, self, args, newTarget);
        var result = _pausing is null ? Run(frame) : Generator(function, frame);
        if (_this is not null) result = Constructed(frame, result);
        run.Budget.Leave();
        return result;
    }

    private JsValue CallAsync(ScriptFunction function, JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var depth = run.Budget.Depth;
        run.Budget.Enter();
        Frame frame;
        try
        {
            frame = Enter(function, run, self, args, null);
        }
        catch (JsException exception)
        {
            run.Budget.Depth = depth;
            var failed = new JsPromise();
            failed.Settle(run, exception.Value, isRejected: true);
            return failed;
        }
        frame.Pause = new Pausing.PauseState();
        var promise = Pausing.AsyncCall.Start(run, frame, _pausing!); // asynchronous code pauses
        run.Budget.Leave();
        return promise;
    }

    private JsValue Generator(ScriptFunction function, Frame frame)
    {
        frame.Run.Budget.Chars(128);
        frame.Pause = new Pausing.PauseState();
        var prototype = function.Get(frame.Run, "prototype").ObjectOrNull ?? BuiltIns.Intrinsics.GeneratorPrototype;
        return new JsGenerator(prototype, frame, _pausing!); // called only where there is one
    }

    private Frame Enter(ScriptFunction function, JsRun run, JsValue self, ReadOnlySpan<JsValue> args, JsObject? newTarget)
    {
        var frame = new Frame(run, function.Root, SlotCount, function.Captured, self);
        if (!Scope.IsEmpty) Scope.Enter(frame);
        args[..Math.Min(_plainParameters, args.Length)].CopyTo(frame.Slots);
        foreach (var (name, target) in _implicit) target.Assign(frame, Implicit(name, function, run, args, newTarget));
        _self?.Assign(frame, function.FromThis());
        foreach (var (index, target, isRest) in _parameters)
            target.Assign(frame, isRest ? Rest(run, args, index) : args.At(index));
        if (!Scope.IsEmpty) Scope.Hoist(frame);
        return frame;
    }

    private JsValue Constructed(Frame frame, JsValue result)
    {
        if (result.IsObject) return result;
        if (!result.IsUndefined) throw JsErrors.Type(frame.Run, "Derived constructors may only return object or undefined");
        return _this!.Evaluate(frame); // called only where there is one; unset, it throws
    }

    private static JsValue Implicit(string name, ScriptFunction function, JsRun run, ReadOnlySpan<JsValue> args, JsObject? newTarget) => name switch
    {
        ImplicitName.Arguments => new JsArguments(run, function, args),
        ImplicitName.NewTarget => newTarget is null ? JsValue.Undefined : newTarget,
        ImplicitName.Home => function.Home,
        ImplicitName.Function => function,
        _ => throw new InvalidOperationException($"Unknown implicit name {name}."),
    };

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
