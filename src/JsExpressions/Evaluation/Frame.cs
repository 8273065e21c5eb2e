using JsExpressions.Parsing;

namespace JsExpressions.Evaluation;

/// <summary>A variable that outlives or is shared beyond its frame.</summary>
internal sealed class Cell(JsValue value)
{
    public JsValue Value = value;
}

/// <summary>What all functions created by one evaluation share: its scope and what the free names stand for.</summary>
internal sealed class ScriptRoot(JsScope scope, JsRun run, string[] freeNames, SourceText source)
{
    public const string GlobalName = "globalThis";

    private JsObject? _globalThis;
    private readonly JsBinding?[] _bindings = new JsBinding?[freeNames.Length];

    public JsScope Scope { get; } = scope;

    public SourceText Source { get; } = source;

    /// <summary>What <c>this</c> is where nothing else is.</summary>
    public JsObject GlobalThis => _globalThis ??= new JsGlobalObject(Scope, run.Library);

    /// <summary>Null when the name is not defined anywhere.</summary>
    public JsBinding? Find(int index)
    {
        var binding = _bindings[index];
        return binding is { IsShared: false } ? binding : Resolve(index);
    }

    public void Forget(int index) => _bindings[index] = null;

    // A library's binding is asked for again, since the scope may get one of the same name.
    private JsBinding? Resolve(int index) => _bindings[index] =
        Scope.Find(freeNames[index]) ?? run.Library.Find(freeNames[index]) ?? (freeNames[index] == GlobalName ? new JsBinding(GlobalThis, isShared: true) : null);
}

/// <summary>One call in progress.</summary>
internal sealed class Frame(JsRun run, ScriptRoot root, int slotCount, Cell[] captured, JsValue self)
{
    public readonly JsRun Run = run;
    public readonly ScriptRoot Root = root;
    public readonly JsValue[] Slots = slotCount == 0 ? [] : new JsValue[slotCount];
    public readonly Cell[] Captured = captured;
    public readonly JsValue This = self;

    /// <summary>The value of a return, or of the last expression statement of the script.</summary>
    public JsValue Result;

    /// <summary>Set for generators and asynchronous functions only.</summary>
    public Pausing.PauseState? Pause;

    /// <summary>The label a jump goes to; null for the innermost target.</summary>
    public string? Label;
}
