using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

/// <summary>Puts functions and values on a built-in object.</summary>
internal static class Builder
{
    public static JsObject Function(this JsObject target, string name, int length, NativeCode code)
    {
        target.DefineOwn(name, new NativeFunction(name, length, code).FromThis(), Attributes.Hidden);
        return target;
    }

    /// <summary>A method named by a symbol.</summary>
    public static JsObject Function(this JsObject target, JsSymbol symbol, int length, NativeCode code, Attributes attributes = Attributes.Hidden)
    {
        target.DefineOwn(symbol.Key, new NativeFunction($"[{symbol.Description}]", length, code).FromThis(), attributes);
        return target;
    }

    /// <summary>What <c>Object.prototype.toString</c> calls the object.</summary>
    public static JsObject Tag(this JsObject target, string name)
    {
        target.DefineOwn(JsSymbol.ToStringTag.Key, name, Attributes.Configurable);
        return target;
    }

    public static JsObject Getter(this JsObject target, string name, NativeCode code)
    {
        var accessor = new Accessor(new NativeFunction("get " + name, 0, code), null);
        target.DefineOwn(name, new JsValue(accessor, 0), Attributes.Configurable | Attributes.Accessor);
        return target;
    }

    public static JsObject Constant(this JsObject target, string name, JsValue value)
    {
        target.DefineOwn(name, value, Attributes.None);
        return target;
    }

    /// <summary>A constructor linked to its prototype in both directions.</summary>
    public static NativeFunction Constructor(string name, int length, JsObject prototype, NativeCode call, NativeCode construct)
    {
        var constructor = new NativeFunction(name, length, call, construct);
        constructor.DefineOwn("prototype", prototype.FromThis(), Attributes.None);
        prototype.DefineOwn("constructor", constructor.FromThis(), Attributes.Hidden);
        return constructor;
    }

    /// <summary>Freezes the object and all that hangs on it for good.</summary>
    public static void Share(JsObject root)
    {
        var pending = new Stack<JsObject>([root]);
        while (pending.TryPop(out var target))
        {
            if (target.IsShared) continue;
            target.IsShared = true;
            foreach (ref readonly var item in target.Properties.Items)
            {
                if (item.Value.Ref is JsObject inner) pending.Push(inner);
                else if (item.Accessor is { Getter: { } getter }) pending.Push(getter);
            }
            target.Restrict(Attributes.Writable | Attributes.Configurable);
            if (target.Prototype is not null) pending.Push(target.Prototype);
        }
    }
}
