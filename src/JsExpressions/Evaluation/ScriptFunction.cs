using JsExpressions.BuiltIns;
using JsExpressions.Parsing.Tree;
using JsExpressions.Values;

namespace JsExpressions.Evaluation;

/// <summary>A function of the script. Its name, length and prototype are made when first asked for.</summary>
internal sealed class ScriptFunction(FunctionCode code, ScriptRoot root, Cell[] captured, JsValue self) : JsFunction(PrototypeOf(code.Info))
{
    private bool _materialised;
    private JsObject? _classPrototype;
    private InstanceMembers? _members;
    private string? _name;

    public FunctionCode Code { get; } = code;

    public ScriptRoot Root { get; } = root;

    public Cell[] Captured { get; } = captured;

    /// <summary>The object a method was defined on, where <c>super</c> begins; null for other functions.</summary>
    public JsObject? Home { get; set; }

    /// <summary>What the instances of this class get.</summary>
    public InstanceMembers Members => _members ??= new InstanceMembers();

    /// <summary>As written, which is what <c>toString</c> gives.</summary>
    public string Text => Root.Source.Text[Code.Info.Start..Code.Info.End];

    internal override bool IsConstructor => Code.Info is { IsConstructor: true } or { IsArrow: false, IsMethod: false, IsGenerator: false, IsAsync: false };

    internal override bool IsExotic => !_materialised;

    internal override JsValue Call(JsRun run, JsValue thisValue, ReadOnlySpan<JsValue> args)
    {
        if (Code.Info.IsConstructor) throw JsErrors.Type(run, $"Class constructor {Code.Info.NameText} cannot be invoked without 'new'");
        return Code.Call(this, run, Code.Info.IsArrow ? self : thisValue, args, null);
    }

    internal override JsValue Construct(JsRun run, ReadOnlySpan<JsValue> args, JsObject newTarget)
    {
        if (!IsConstructor) return base.Construct(run, args, newTarget);
        if (Code.Info.IsDerived) return Code.Info.IsDefault ? ConstructParent(run, args, newTarget) : Code.Call(this, run, JsValue.Undefined, args, newTarget);
        run.Budget.Object();
        var created = new JsObject(newTarget.Get(run, "prototype").ObjectOrNull ?? Intrinsics.ObjectPrototype);
        InitialiseMembers(run, created);
        var result = Code.Call(this, run, created, args, newTarget);
        return result.IsObject ? result : created;
    }

    public void InitialiseMembers(JsRun run, JsObject instance) => _members?.Initialise(run, instance);

    /// <summary>Called once, before anyone else sees the function.</summary>
    public void BecomeClass(JsObject prototype)
    {
        _classPrototype = prototype;
        Materialise();
        prototype.DefineOwn("constructor", FromThis(), Attributes.Hidden);
    }

    /// <summary>Names a method by the computed key it was given.</summary>
    public void NameBy(string key, ElementKind kind)
    {
        var text = JsSymbol.OfKey(key) is { } symbol ? JsSymbol.IsPrivateKey(key) ? symbol.ToString() : symbol.Description is { } description ? $"[{description}]" : "" : key;
        _name = kind switch { ElementKind.Getter => "get " + text, ElementKind.Setter => "set " + text, _ => text };
    }

    internal override bool TryGetOwn(string key, out Property property)
    {
        Materialise();
        return base.TryGetOwn(key, out property);
    }

    internal override void DefineOwn(string key, JsValue value, Attributes attributes)
    {
        Materialise();
        base.DefineOwn(key, value, attributes);
    }

    internal override bool DeleteOwn(string key)
    {
        Materialise();
        return base.DeleteOwn(key);
    }

    internal override IEnumerable<string> OwnKeys()
    {
        Materialise();
        return base.OwnKeys();
    }

    internal override void Restrict(Attributes taken)
    {
        Materialise();
        base.Restrict(taken);
    }

    private JsValue ConstructParent(JsRun run, ReadOnlySpan<JsValue> args, JsObject newTarget)
    {
        if (Prototype is not JsFunction { IsConstructor: true } parent)
            throw JsErrors.Type(run, $"Super constructor {JsValue.FromObject(Prototype)} of anonymous class is not a constructor");
        run.Budget.Enter();
        var result = parent.Construct(run, args, newTarget);
        run.Budget.Leave();
        InitialiseMembers(run, result.AsObject); // Construct gives objects
        return result;
    }

    private void Materialise()
    {
        if (_materialised) return;
        _materialised = true;
        base.DefineOwn("length", Code.Info.Length, Attributes.Configurable);
        base.DefineOwn("name", _name ?? Code.Info.NameText, Attributes.Configurable);
        if (_classPrototype is not null)
        {
            base.DefineOwn("prototype", _classPrototype.FromThis(), Attributes.None);
        }
        else if (Code.Info.IsGenerator)
        {
            base.DefineOwn("prototype", new JsObject(Intrinsics.GeneratorPrototype).FromThis(), Attributes.Writable);
        }
        else if (IsConstructor)
        {
            var prototype = new JsObject();
            prototype.DefineOwn("constructor", FromThis(), Attributes.Hidden);
            base.DefineOwn("prototype", prototype.FromThis(), Attributes.Writable);
        }
    }

    private static JsObject PrototypeOf(FunctionShape info) =>
        info.IsGenerator ? Intrinsics.GeneratorFunctionPrototype : info.IsAsync ? Intrinsics.AsyncFunctionPrototype : Intrinsics.FunctionPrototype;
}
