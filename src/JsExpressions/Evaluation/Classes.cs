using JsExpressions.Parsing.Tree;
using JsExpressions.Values;

namespace JsExpressions.Evaluation;

/// <summary>What a constructor puts on each new instance before its own code runs.</summary>
internal sealed class InstanceMembers
{
    /// <summary>Private methods and accessors: the key and the value or <see cref="Accessor"/>.</summary>
    public List<(JsSymbol Name, JsValue Value, Attributes Attributes)> Methods { get; } = [];

    public List<(string Key, ScriptFunction? Value)> Fields { get; } = [];

    public void Initialise(JsRun run, JsObject instance)
    {
        foreach (var (name, value, attributes) in Methods) DefinePrivate(run, instance, name, value, attributes);
        foreach (var (key, make) in Fields)
        {
            var value = make is null ? JsValue.Undefined : make.Call(run, instance, []);
            run.Budget.Object();
            if (JsSymbol.IsPrivateKey(key)) DefinePrivate(run, instance, JsSymbol.OfKey(key)!, value, Attributes.Writable); // made by a class
            else Define(run, instance, key, value);
        }
    }

    public static void DefinePrivate(JsRun run, JsObject instance, JsSymbol name, JsValue value, Attributes attributes)
    {
        if (instance.IsShared) throw JsErrors.Type(run, "Cannot define a private member on a built-in object");
        if (instance.TryGetOwn(name.Key, out _)) throw JsErrors.Type(run, $"Cannot initialize {name} twice on the same object");
        run.Budget.Object();
        instance.DefineOwn(name.Key, value, attributes);
    }

    private static void Define(JsRun run, JsObject instance, string key, JsValue value)
    {
        var exists = instance.TryGetOwn(key, out var old);
        if (instance.IsShared || (exists ? !old.Configurable : !instance.Extensible))
            throw JsErrors.Type(run, $"Cannot define property {JsSymbol.Display(key)}, object is not extensible");
        if (instance is JsArray array && ArrayIndex.IsIndex(key)) array.Put(run, key, value);
        else instance.DefineOwn(key, value, Attributes.Plain);
    }
}

/// <summary>A member of a class body, compiled; the parts of <see cref="ClassElement"/>.</summary>
internal sealed record ElementCode(ElementKind Kind, bool IsStatic, Node? Key, Node? Private, FunctionNode? Function);

internal sealed class ClassNode(
    ScopeCode scope, ScopeCode body, (Target Target, string Name)[] privates, Target? inner, Node? heritage, FunctionNode constructor, ElementCode[] elements, int position) : Node
{
    public override JsValue Evaluate(Frame frame)
    {
        var run = frame.Run;
        scope.Enter(frame);
        body.Enter(frame);
        run.Budget.Chars(64 + 32L * (elements.Length + privates.Length));
        foreach (var (target, name) in privates) target.Assign(frame, new JsSymbol(name, isPrivate: true).Value);
        var (parent, parentPrototype) = Parents(frame);
        var prototype = new JsObject(parentPrototype);
        var function = constructor.Create(frame);
        function.Prototype = parent;
        function.Home = prototype;
        function.BecomeClass(prototype);
        var statics = new List<(string? Key, ScriptFunction? Function)>();
        foreach (var element in elements) Add(frame, function, prototype, element, statics);
        inner?.Assign(frame, function);
        foreach (var (key, code) in statics)
        {
            if (key is null) code!.Call(run, function, []); // a block
            else new InstanceMembers { Fields = { (key, code) } }.Initialise(run, function);
        }
        return function;
    }

    private (JsObject Parent, JsObject? Prototype) Parents(Frame frame)
    {
        if (heritage is null) return (BuiltIns.Intrinsics.FunctionPrototype, BuiltIns.Intrinsics.ObjectPrototype);
        var value = heritage.Evaluate(frame);
        frame.Run.At = position;
        if (value.IsNull) return (BuiltIns.Intrinsics.FunctionPrototype, null);
        if (value.Ref is not JsFunction { IsConstructor: true } parent)
            throw JsErrors.Type(frame.Run, $"Class extends value {value} is not a constructor or null");
        var prototype = parent.Get(frame.Run, "prototype");
        if (!prototype.IsObject && !prototype.IsNull) throw JsErrors.Type(frame.Run, $"Class extends value does not have valid prototype property {prototype}");
        return (parent, prototype.ObjectOrNull);
    }

    private static void Add(Frame frame, ScriptFunction owner, JsObject prototype, ElementCode element, List<(string?, ScriptFunction?)> statics)
    {
        var home = element.IsStatic ? owner : prototype;
        var key = element.Private is not null ? PrivateReference.Name(element.Private.Evaluate(frame)).Key
            : element.Key is not null ? Coercion.ToKey(frame.Run, element.Key.Evaluate(frame)) : null;
        if (element is { IsStatic: true, Kind: not ElementKind.Block } && key == "prototype")
            throw JsErrors.Type(frame.Run, "Classes may not have a static property named 'prototype'");
        var function = element.Function?.Create(frame);
        if (function is not null)
        {
            function.Home = home;
            if (element.Key is not ConstantNode && key is not null) function.NameBy(key, element.Kind);
        }
        if (element.Kind is ElementKind.Field or ElementKind.Block)
        {
            if (element.IsStatic) statics.Add((key, function));
            else owner.Members.Fields.Add((key!, function)); // blocks are static, fields have a key
            return;
        }
        if (element.Private is not null) AddPrivate(frame.Run, owner, element, JsSymbol.OfKey(key!)!, function!); // methods have both
        else DefineMethod(home, key!, element.Kind, function!, Attributes.Hidden); // as above
    }

    /// <summary>Defines a method or one half of an accessor, as classes (hidden) and literals (plain) do.</summary>
    public static void DefineMethod(JsObject home, string key, ElementKind kind, JsFunction function, Attributes attributes)
    {
        if (kind == ElementKind.Method)
        {
            home.DefineOwn(key, function, attributes);
            return;
        }
        var old = home.TryGetOwn(key, out var property) ? property.Accessor : null;
        home.DefineOwn(key, Pair(old, kind, function), (attributes & ~Attributes.Writable) | Attributes.Accessor);
    }

    private static JsValue Pair(Accessor? old, ElementKind kind, JsFunction function) => new(
        kind == ElementKind.Getter ? new Accessor(function, old?.Setter) : new Accessor(old?.Getter, function), 0);

    private static void AddPrivate(JsRun run, ScriptFunction owner, ElementCode element, JsSymbol name, ScriptFunction function)
    {
        if (element.IsStatic)
        {
            var old = owner.TryGetOwn(name.Key, out var property) ? property.Accessor : null;
            if (element.Kind == ElementKind.Method) InstanceMembers.DefinePrivate(run, owner, name, function, Attributes.None);
            else owner.DefineOwn(name.Key, Pair(old, element.Kind, function), Attributes.Accessor);
            return;
        }
        var methods = owner.Members.Methods;
        if (element.Kind == ElementKind.Method)
        {
            methods.Add((name, function, Attributes.None));
            return;
        }
        var known = methods.FindIndex(item => item.Name == name);
        var pair = (name, Pair(known < 0 ? null : (Accessor)methods[known].Value.Ref!, element.Kind, function), Attributes.Accessor); // accessors share names only with each other
        if (known < 0) methods.Add(pair);
        else methods[known] = pair;
    }
}

/// <summary><c>super(...)</c></summary>
internal sealed class SuperCallNode(Node function, Node newTarget, Node self, Target target, ArgumentList args, int position) : Node
{
    public override JsValue Evaluate(Frame frame)
    {
        var run = frame.Run;
        var active = (ScriptFunction)function.Evaluate(frame).AsObject; // the parser lets it stand in constructors only
        var parent = active.Prototype;
        var values = args.ToArray(frame);
        run.At = position;
        if (parent is not JsFunction { IsConstructor: true } constructor)
            throw JsErrors.Type(run, $"Super constructor {JsValue.FromObject(parent)} of anonymous class is not a constructor");
        run.Budget.Enter();
        var result = constructor.Construct(run, values, newTarget.Evaluate(frame).AsObject); // a constructor is being called
        run.Budget.Leave();
        if (IsSet(frame)) throw JsErrors.Reference(run, "Super constructor may only be called once");
        target.Assign(frame, result);
        active.InitialiseMembers(run, result.AsObject); // Construct gives objects
        return result;
    }

    private bool IsSet(Frame frame) => self switch
    {
        CheckedSlotNode slot => slot.IsSet(frame),
        CellNode cell => cell.IsSet(frame),
        CapturedNode captured => captured.IsSet(frame),
        _ => throw new InvalidOperationException("The this of a derived constructor is always checked."),
    };
}
