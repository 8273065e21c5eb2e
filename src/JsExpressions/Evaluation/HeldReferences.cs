using JsExpressions.Values;

namespace JsExpressions.Evaluation;

/// <summary>
/// A place that is no plain property: a private member or one behind <c>super</c>. Its holder and key are evaluated
/// once and handed to each of what is then done with it.
/// </summary>
internal abstract class HeldReference
{
    public abstract JsValue Holder(Frame frame);

    public abstract JsValue Key(Frame frame);

    public abstract JsValue Get(JsRun run, JsValue holder, JsValue key);

    public abstract void Put(JsRun run, JsValue holder, JsValue key, JsValue value);
}

internal sealed class PrivateReference(Node target, Node name, bool optional, int position) : HeldReference
{
    public bool Optional { get; } = optional;

    public override JsValue Holder(Frame frame) => target.Evaluate(frame);

    public override JsValue Key(Frame frame)
    {
        frame.Run.At = position;
        return name.Evaluate(frame);
    }

    public override JsValue Get(JsRun run, JsValue holder, JsValue key)
    {
        var property = Find(run, holder, Name(key), "read", "from");
        if (property.Accessor is not { } accessor) return property.Value;
        return accessor.Getter?.Call(run, holder, []) ?? throw JsErrors.Type(run, $"'{Name(key)}' was defined without a getter");
    }

    public override void Put(JsRun run, JsValue holder, JsValue key, JsValue value)
    {
        var name = Name(key);
        var property = Find(run, holder, name, "write", "to");
        if (property.Accessor is { } accessor)
        {
            if (accessor.Setter is null) throw JsErrors.Type(run, $"'{name}' was defined without a setter");
            accessor.Setter.Call(run, holder, [value]);
            return;
        }
        if (!property.Writable) throw JsErrors.Type(run, $"Private method '{name}' is not writable");
        holder.AsObject.DefineOwn(name.Key, value, property.Attributes);
    }

    public static JsSymbol Name(JsValue key) => (JsSymbol)key.Ref!; // private names stand for nothing else

    private static Property Find(JsRun run, JsValue holder, JsSymbol name, string verb, string preposition)
    {
        if (holder.ObjectOrNull is { } target && target.TryGetOwn(name.Key, out var property)) return property;
        throw JsErrors.Type(run, holder.IsNullish
            ? $"Cannot {verb} properties of {Coercion.ToText(run, holder)} ({verb}ing '{name}')"
            : $"Cannot {verb} private member {name} {preposition} an object whose class did not declare it");
    }
}

/// <summary>Reads begin at the prototype of the method's home; getters and writes go to <c>this</c>.</summary>
internal sealed class SuperReference(Node home, Node self, Node key, bool strict, int position) : HeldReference
{
    public override JsValue Holder(Frame frame)
    {
        self.Evaluate(frame); // unset before super()
        return home.Evaluate(frame);
    }

    public JsValue Self(Frame frame) => self.Evaluate(frame);

    public override JsValue Key(Frame frame)
    {
        var name = key.Evaluate(frame);
        frame.Run.At = position;
        return new JsArray([Self(frame), Coercion.FromKey(Coercion.ToKey(frame.Run, name))]).FromThis();
    }

    public override JsValue Get(JsRun run, JsValue holder, JsValue key)
    {
        var (self, name) = Split(run, key);
        return holder.AsObject.Prototype?.Get(run, name, self)
            ?? throw JsErrors.Type(run, $"Cannot read properties of null (reading '{JsSymbol.Display(name)}')");
    }

    public override void Put(JsRun run, JsValue holder, JsValue key, JsValue value)
    {
        var (self, name) = Split(run, key);
        for (var place = holder.AsObject.Prototype; place is not null; place = place.Prototype)
        {
            if (!place.TryGetOwn(name, out var property)) continue;
            if (property.Accessor is null) break;
            if (property.Accessor.Setter is { } setter) setter.Call(run, self, [value]);
            else if (strict) throw JsErrors.Type(run, $"Cannot set property {JsSymbol.Display(name)} of {self} which has only a getter");
            return;
        }
        Properties.Put(run, self, name, value, strict);
    }

    private static (JsValue Self, string Name) Split(JsRun run, JsValue key)
    {
        var pair = (JsArray)key.AsObject; // as Key made it
        return (pair[0], Coercion.ToKey(run, pair[1]));
    }
}

internal sealed class HeldNode(HeldReference reference) : Node
{
    public override JsValue Evaluate(Frame frame)
    {
        var holder = reference.Holder(frame);
        if (holder.IsEmpty || (reference is PrivateReference { Optional: true } && holder.IsNullish)) return JsValue.Empty;
        var key = reference.Key(frame);
        return reference.Get(frame.Run, holder, key);
    }
}

internal sealed class HeldTarget(HeldReference reference) : Target
{
    public override void Assign(Frame frame, JsValue value)
    {
        var holder = reference.Holder(frame);
        reference.Put(frame.Run, holder, reference.Key(frame), value);
    }
}

internal sealed class AssignHeldNode(HeldReference reference, Node value) : Node
{
    public override JsValue Evaluate(Frame frame)
    {
        var holder = reference.Holder(frame);
        var key = reference.Key(frame);
        var result = value.Evaluate(frame);
        reference.Put(frame.Run, holder, key, result);
        return result;
    }
}

internal sealed class ChangeHeldNode(HeldReference reference, Change change) : Node
{
    public override JsValue Evaluate(Frame frame)
    {
        var holder = reference.Holder(frame);
        var key = reference.Key(frame);
        if (change.TryApply(frame, reference.Get(frame.Run, holder, key), out var result, out var written))
            reference.Put(frame.Run, holder, key, written);
        return result;
    }
}

/// <summary><c>super.m(...)</c> and <c>target.#m(...)</c></summary>
internal sealed class CallHeldNode(HeldReference reference, bool callOptional, ArgumentList args, string text, int position) : Node
{
    public override JsValue Evaluate(Frame frame)
    {
        var holder = reference.Holder(frame);
        if (holder.IsEmpty || (reference is PrivateReference { Optional: true } && holder.IsNullish)) return JsValue.Empty;
        var function = reference.Get(frame.Run, holder, reference.Key(frame));
        if (callOptional && function.IsNullish) return JsValue.Empty;
        var values = args.ToArray(frame);
        frame.Run.At = position;
        if (function.Ref is not JsFunction code) throw JsErrors.Type(frame.Run, $"{text} is not a function");
        return code.Call(frame.Run, reference is SuperReference parent ? parent.Self(frame) : holder, values);
    }
}

internal sealed class DeleteSuperNode(Node self, int position) : Node
{
    public override JsValue Evaluate(Frame frame)
    {
        self.Evaluate(frame);
        frame.Run.At = position;
        throw JsErrors.Reference(frame.Run, "Unsupported reference to 'super'");
    }
}

internal sealed class PrivateInNode(Node name, Node target, int position) : Node
{
    public override JsValue Evaluate(Frame frame)
    {
        var holder = target.Evaluate(frame);
        frame.Run.At = position;
        var key = PrivateReference.Name(name.Evaluate(frame));
        if (holder.ObjectOrNull is not { } found) throw JsErrors.Type(frame.Run, $"Cannot use 'in' operator to search for '{key}' in {holder}");
        return found.TryGetOwn(key.Key, out _);
    }
}
