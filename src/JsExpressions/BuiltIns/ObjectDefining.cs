using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

/// <summary>Object.create, defineProperty, freeze and their kin.</summary>
internal static class ObjectDefining
{
    public static void Install(JsObject constructor) => constructor
        .Function("create", 2, Create)
        .Function("setPrototypeOf", 2, SetPrototype)
        .Function("defineProperty", 3, (run, _, args) =>
        {
            var target = Target(run, args.At(0), "defineProperty");
            Define(run, target, Coercion.ToKey(run, args.At(1)), args.At(2));
            return target;
        })
        .Function("defineProperties", 2, (run, _, args) =>
        {
            var target = Target(run, args.At(0), "defineProperties");
            DefineAll(run, target, args.At(1));
            return target;
        })
        .Function("getOwnPropertyDescriptor", 2, (run, _, args) =>
            Describe(run, Coercion.ToObject(run, args.At(0)), Coercion.ToKey(run, args.At(1))))
        .Function("getOwnPropertyDescriptors", 1, (run, _, args) =>
        {
            var source = Coercion.ToObject(run, args.At(0));
            var result = new JsObject();
            foreach (var key in source.OwnKeys().Concat(source.OwnSymbolKeys()).ToArray()) result.Set(key, Describe(run, source, key));
            return result;
        })
        .Function("freeze", 1, (run, _, args) => Restrict(run, args.At(0), Attributes.Writable | Attributes.Configurable))
        .Function("seal", 1, (run, _, args) => Restrict(run, args.At(0), Attributes.Configurable))
        .Function("preventExtensions", 1, (run, _, args) => Restrict(run, args.At(0), Attributes.None))
        .Function("isFrozen", 1, (run, _, args) => Lacks(run, args.At(0), Attributes.Writable | Attributes.Configurable))
        .Function("isSealed", 1, (run, _, args) => Lacks(run, args.At(0), Attributes.Configurable))
        .Function("isExtensible", 1, (_, _, args) => args.At(0).ObjectOrNull is { Extensible: true });

    private static JsObject Target(JsRun run, JsValue value, string name) =>
        value.ObjectOrNull ?? throw JsErrors.Type(run, $"Object.{name} called on non-object");

    private static JsValue Create(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        if (!args.At(0).IsObject && !args.At(0).IsNull)
            throw JsErrors.Type(run, $"Object prototype may only be an Object or null: {Coercion.ToText(run, args.At(0))}");
        run.Budget.Object();
        var result = new JsObject(args.At(0).ObjectOrNull);
        if (!args.At(1).IsUndefined) DefineAll(run, result, args.At(1));
        return result;
    }

    private static JsValue SetPrototype(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        if (!args.At(1).IsObject && !args.At(1).IsNull) throw JsErrors.Type(run, "Object prototype may only be an Object or null");
        if (args.At(0).ObjectOrNull is not { } target) return args.At(0);
        var prototype = args.At(1).ObjectOrNull;
        if (ReferenceEquals(target.Prototype, prototype)) return target;
        if (target.IsShared || !target.Extensible) throw JsErrors.Type(run, "#<Object> is not extensible");
        for (var holder = prototype; holder is not null; holder = holder.Prototype)
            if (ReferenceEquals(holder, target)) throw JsErrors.Type(run, "Cyclic __proto__ value");
        target.Prototype = prototype;
        return target;
    }

    private static void DefineAll(JsRun run, JsObject target, JsValue descriptors)
    {
        var source = Coercion.ToObject(run, descriptors);
        foreach (var key in source.OwnKeys().Concat(source.OwnSymbolKeys()).ToArray())
            if (source.TryGetOwn(key, out var property) && property.Enumerable) Define(run, target, key, source.Get(run, key));
    }

    private static void Define(JsRun run, JsObject target, string key, JsValue descriptor)
    {
        if (descriptor.ObjectOrNull is not { } wanted) throw JsErrors.Type(run, $"Property description must be an object: {Coercion.ToText(run, descriptor)}");
        run.Budget.Object();
        var exists = target.TryGetOwn(key, out var old);
        if (target.IsShared || (!exists && !target.Extensible)) throw JsErrors.Type(run, $"Cannot define property {key}, object is not extensible");
        var attributes = Flag(run, wanted, "enumerable", Attributes.Enumerable, old.Attributes) | Flag(run, wanted, "configurable", Attributes.Configurable, old.Attributes);
        if (wanted.HasProperty("get") || wanted.HasProperty("set"))
        {
            if (exists && !old.Configurable) throw JsErrors.Type(run, $"Cannot redefine property: {key}");
            if (target is JsArray && key == "length") throw JsErrors.Type(run, "Cannot redefine property: length");
            if (target is JsArray && ArrayIndex.TryParse(key, out var index)) run.Budget.CheckArrayLength(index + 1.0);
            var accessor = new Accessor(
                Function(run, wanted, "get", old.Accessor?.Getter), Function(run, wanted, "set", old.Accessor?.Setter));
            target.DefineOwn(key, new JsValue(accessor, 0), attributes | Attributes.Accessor);
            return;
        }
        var value = wanted.HasProperty("value") ? wanted.Get(run, "value") : old.Accessor is null ? old.Value : JsValue.Undefined;
        attributes |= Flag(run, wanted, "writable", Attributes.Writable, old.Attributes);
        if (exists && !old.Configurable && (!old.Writable || old.Accessor is not null) && !(old.Accessor is null && Coercion.SameValue(old.Value, value) && attributes == old.Attributes))
            throw JsErrors.Type(run, $"Cannot redefine property: {key}");
        if (target is JsArray array)
        {
            if (ArrayIndex.TryParse(key, out var place))
            {
                run.Budget.CheckArrayLength(place + 1.0);
                array.DefineOwn(key, value, attributes);
                return;
            }
            if (!array.Put(run, key, value)) throw JsErrors.Type(run, $"Cannot redefine property: {key}");
            if (key == "length") return;
        }
        target.DefineOwn(key, value, attributes);
    }

    private static Attributes Flag(JsRun run, JsObject wanted, string name, Attributes flag, Attributes old) =>
        wanted.HasProperty(name) ? wanted.Get(run, name).IsTruthy ? flag : Attributes.None : old & flag;

    private static JsFunction? Function(JsRun run, JsObject wanted, string name, JsFunction? old)
    {
        if (!wanted.HasProperty(name)) return old;
        var value = wanted.Get(run, name);
        return value.IsUndefined ? null : value.ObjectOrNull as JsFunction
            ?? throw JsErrors.Type(run, $"{(name == "get" ? "Getter" : "Setter")} must be a function: {Coercion.ToText(run, value)}");
    }

    private static JsValue Describe(JsRun run, JsObject source, string key)
    {
        if (!source.TryGetOwn(key, out var property)) return JsValue.Undefined;
        run.Budget.Object();
        var result = new JsObject();
        if (property.Accessor is { } accessor)
        {
            result.Set("get", accessor.Getter is null ? JsValue.Undefined : accessor.Getter.FromThis());
            result.Set("set", accessor.Setter is null ? JsValue.Undefined : accessor.Setter.FromThis());
        }
        else
        {
            result.Set("value", property.Value);
            result.Set("writable", property.Writable);
        }
        result.Set("enumerable", property.Enumerable);
        result.Set("configurable", property.Configurable);
        return result;
    }

    private static JsValue Restrict(JsRun run, JsValue value, Attributes taken)
    {
        if (value.ObjectOrNull is not { IsShared: false } target) return value;
        run.Budget.Steps(target.Properties.Count);
        target.Restrict(taken);
        return value;
    }

    private static JsValue Lacks(JsRun run, JsValue value, Attributes attributes)
    {
        if (value.ObjectOrNull is not { } target) return true;
        if (target.Extensible) return false;
        foreach (var key in target.OwnKeys().Concat(target.OwnSymbolKeys()))
        {
            run.Budget.Step();
            if (!target.TryGetOwn(key, out var property)) continue;
            var left = property.Attributes & attributes;
            if (property.Accessor is not null) left &= ~Attributes.Writable;
            if (target is JsArray && key == "length") left &= ~Attributes.Configurable;
            if (left != 0) return false;
        }
        return true;
    }
}
