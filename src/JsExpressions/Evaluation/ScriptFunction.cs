using JsExpressions.Values;

namespace JsExpressions.Evaluation;

/// <summary>A function of the script. Its name, length and prototype are made when first asked for.</summary>
internal sealed class ScriptFunction(FunctionCode code, ScriptRoot root, Cell[] captured, JsValue self)
    : JsFunction(BuiltIns.Intrinsics.FunctionPrototype)
{
    private bool _materialised;

    public FunctionCode Code { get; } = code;

    public ScriptRoot Root { get; } = root;

    public Cell[] Captured { get; } = captured;

    /// <summary>As written, which is what <c>toString</c> gives.</summary>
    public string Text => Root.Source.Text[Code.Info.Start..Code.Info.End];

    internal override bool IsConstructor => !Code.Info.IsArrow && !Code.Info.IsMethod;

    internal override bool IsExotic => !_materialised;

    internal override JsValue Call(JsRun run, JsValue thisValue, ReadOnlySpan<JsValue> args) =>
        Code.Call(this, run, Code.Info.IsArrow ? self : thisValue, args);

    internal override JsValue Construct(JsRun run, ReadOnlySpan<JsValue> args)
    {
        if (!IsConstructor) return base.Construct(run, args);
        run.Budget.Object();
        var created = new JsObject(Get(run, "prototype").ObjectOrNull ?? BuiltIns.Intrinsics.ObjectPrototype).FromThis();
        var result = Code.Call(this, run, created, args);
        return result.IsObject ? result : created;
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

    private void Materialise()
    {
        if (_materialised) return;
        _materialised = true;
        base.DefineOwn("length", Code.Info.Length, Attributes.Configurable);
        base.DefineOwn("name", Code.Info.NameText, Attributes.Configurable);
        if (!IsConstructor) return;
        var prototype = new JsObject();
        prototype.DefineOwn("constructor", FromThis(), Attributes.Hidden);
        base.DefineOwn("prototype", prototype.FromThis(), Attributes.Writable);
    }
}

/// <summary>The <c>arguments</c> of a call; not linked to the parameters.</summary>
internal sealed class JsArguments : JsObject
{
    public JsArguments(JsRun run, ReadOnlySpan<JsValue> args)
    {
        run.Budget.Array(args.Length);
        DefineOwn("length", args.Length, Attributes.Hidden);
        for (var i = 0; i < args.Length; i++) DefineOwn(ArrayIndex.ToKey(i), args[i], Attributes.Plain);
    }

    public override string ClassName => "Arguments";
}
