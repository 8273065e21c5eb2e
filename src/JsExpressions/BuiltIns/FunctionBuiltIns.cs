using JsExpressions.Evaluation;
using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

internal static class FunctionBuiltIns
{
    public static JsObject Make()
    {
        Intrinsics.FunctionPrototype
            .Function("call", 1, (run, self, args) => This(run, self).Call(run, args.At(0), args.Length > 1 ? args[1..] : []))
            .Function("apply", 2, (run, self, args) => This(run, self).Call(run, args.At(0), List(run, args.At(1))))
            .Function("bind", 1, Bind)
            .Function("toString", 0, (run, self, _) =>
            {
                var function = This(run, self);
                if (function is not ScriptFunction script) return $"function {function.Get("name")}() {{ [native code] }}";
                run.Budget.Text(script.Code.Info.End - script.Code.Info.Start);
                return script.Text;
            });
        Intrinsics.FunctionPrototype.DefineOwn("length", 0, Attributes.Configurable);
        Intrinsics.FunctionPrototype.DefineOwn("name", "", Attributes.Configurable);
        Intrinsics.FunctionPrototype.Function(JsSymbol.HasInstance, 1, (run, self, args) => self.Ref is JsFunction function && OrdinaryHasInstance(run, function, args.At(0)), Attributes.None);
        var restricted = new NativeFunction("", 0, (run, _, _) =>
            throw JsErrors.Type(run, "'caller', 'callee', and 'arguments' properties may not be accessed on strict mode functions or the arguments objects for calls to them"));
        foreach (var name in (string[])["caller", "arguments"])
            Intrinsics.FunctionPrototype.DefineOwn(name, new JsValue(new Accessor(restricted, restricted), 0), Attributes.Configurable | Attributes.Accessor);
        return Builder.Constructor("Function", 1, Intrinsics.FunctionPrototype, Refuse, Refuse);
    }

    public static bool HasInstance(JsRun run, JsFunction constructor, JsValue value)
    {
        var own = constructor.Get(run, JsSymbol.HasInstance.Key);
        if (own.Ref is NativeFunction || own.IsNullish) return OrdinaryHasInstance(run, constructor, value);
        return Callback.Of(run, own).Call(run, constructor, [value]).IsTruthy;
    }

    private static bool OrdinaryHasInstance(JsRun run, JsFunction constructor, JsValue value)
    {
        if (constructor is BoundFunction)
        {
            while (constructor is BoundFunction bound)
            {
                run.Budget.Step();
                constructor = bound.Target;
            }
            return HasInstance(run, constructor, value);
        }
        if (value.ObjectOrNull is not { } instance) return false;
        if (constructor.Get(run, "prototype").ObjectOrNull is not { } prototype)
            throw JsErrors.Type(run, "Function has non-object prototype in instanceof check");
        for (var holder = instance.Prototype; holder is not null; holder = holder.Prototype)
            if (ReferenceEquals(holder, prototype)) return true;
        return false;
    }

    /// <summary>The elements of an array-like, as <c>apply</c> takes them.</summary>
    public static JsValue[] List(JsRun run, JsValue value)
    {
        if (value.IsNullish) return [];
        if (value.ObjectOrNull is not { } source) throw JsErrors.Type(run, "CreateListFromArrayLike called on non-object");
        if (source is JsArray array)
        {
            run.Budget.Elements(array.Count);
            return Enumerable.Range(0, array.Count).Select(i => array.GetIndex(run, i)).ToArray();
        }
        var length = Coercion.ToLength(run, source.Get(run, "length"));
        run.Budget.Array(length);
        var items = new JsValue[(int)length];
        for (var i = 0; i < items.Length; i++) items[i] = source.Get(run, ArrayIndex.ToKey(i));
        return items;
    }

    private static JsValue Bind(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        run.Budget.Array(args.Length);
        return new BoundFunction(run, This(run, self), args.At(0), args.Length > 1 ? args[1..].ToArray() : []).FromThis();
    }

    private static JsValue Refuse(JsRun run, JsValue self, ReadOnlySpan<JsValue> args) =>
        throw JsErrors.Type(run, "Making functions from text is not supported");

    private static JsFunction This(JsRun run, JsValue self) =>
        self.ObjectOrNull as JsFunction ?? throw JsErrors.Type(run, "Function method called on a value that is not a function");
}

internal sealed class BoundFunction : JsFunction
{
    private readonly JsValue _self;
    private readonly JsValue[] _args;

    public BoundFunction(JsRun run, JsFunction target, JsValue self, JsValue[] args) : base(target.Prototype)
    {
        Target = target;
        IsConstructor = target.IsConstructor;
        _self = self;
        _args = args;
        var length = target.Get(run, "length");
        DefineOwn("length", length.IsNumber ? Math.Max(0, length.Num - args.Length) : 0, Attributes.Configurable);
        var inner = target.Get(run, "name") is { IsString: true } name ? name.AsString : "";
        // Bound again and again, the name grows each time.
        run.Budget.Text(inner.Length + 32L);
        DefineOwn("name", "bound " + inner, Attributes.Configurable);
    }

    public JsFunction Target { get; }

    internal override bool IsConstructor { get; }

    internal override JsValue Call(JsRun run, JsValue thisValue, ReadOnlySpan<JsValue> args)
    {
        run.Budget.Enter();
        var result = Target.Call(run, _self, [.. _args, .. args]);
        run.Budget.Leave();
        return result;
    }

    internal override JsValue Construct(JsRun run, ReadOnlySpan<JsValue> args, JsObject newTarget)
    {
        run.Budget.Enter();
        var result = Target.Construct(run, [.. _args, .. args], ReferenceEquals(newTarget, this) ? Target : newTarget);
        run.Budget.Leave();
        return result;
    }
}
