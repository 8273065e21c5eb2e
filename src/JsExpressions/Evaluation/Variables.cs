using System.Runtime.CompilerServices;
using JsExpressions.Values;

namespace JsExpressions.Evaluation;

internal sealed class ConstantNode(JsValue value) : Node
{
    public JsValue Value { get; } = value;

    public override JsValue Evaluate(Frame frame) => Value;
}

internal sealed class ThisNode : Node
{
    public override JsValue Evaluate(Frame frame) => frame.This;
}

/// <summary>Sloppy code sees an object: a stand-in for the global one, or the wrapper of a primitive.</summary>
internal sealed class SloppyThisNode : Node
{
    public override JsValue Evaluate(Frame frame) =>
        frame.This.IsObject ? frame.This
        : frame.This.IsNullish ? frame.Root.GlobalThis.FromThis()
        : new JsWrapper(frame.This).FromThis();
}

internal sealed class SlotNode(int slot) : Node
{
    public int Slot { get; } = slot;

    public override JsValue Evaluate(Frame frame) => frame.Slots[Slot];
}

internal sealed class CheckedSlotNode(int slot, string name, int position) : Node
{
    public bool IsSet(Frame frame) => !frame.Slots[slot].IsEmpty;

    public override JsValue Evaluate(Frame frame)
    {
        var value = frame.Slots[slot];
        return value.IsEmpty ? throw Uninitialised.Error(frame, name, position) : value;
    }
}

/// <summary>A cell of this function's own variable.</summary>
internal sealed class CellNode(int slot, string name, int position) : Node
{
    public bool IsSet(Frame frame) => !Unsafe.As<Cell>(frame.Slots[slot].Ref!).Value.IsEmpty; // set on entry of the scope

    public override JsValue Evaluate(Frame frame)
    {
        var value = Unsafe.As<Cell>(frame.Slots[slot].Ref!).Value; // set on entry of the scope
        return value.IsEmpty ? throw Uninitialised.Error(frame, name, position) : value;
    }
}

/// <summary>A variable of an outer function.</summary>
internal sealed class CapturedNode(int index, string name, int position) : Node
{
    public bool IsSet(Frame frame) => !frame.Captured[index].Value.IsEmpty;

    public override JsValue Evaluate(Frame frame)
    {
        var value = frame.Captured[index].Value;
        return value.IsEmpty ? throw Uninitialised.Error(frame, name, position) : value;
    }
}

internal sealed class FreeNode(int index, string name, int position) : Node
{
    public override JsValue Evaluate(Frame frame)
    {
        if (frame.Root.Find(index) is { } binding) return binding.Read();
        frame.Run.At = position;
        throw JsErrors.Reference(frame.Run, $"{name} is not defined");
    }

    public JsValue EvaluateOrUndefined(Frame frame) => frame.Root.Find(index)?.Read() ?? JsValue.Undefined;
}

internal static class Uninitialised
{
    public static JsException Error(Frame frame, string name, int position)
    {
        frame.Run.At = position;
        if (name == Parsing.ImplicitName.This)
            return JsErrors.Reference(frame.Run, "Must call super constructor in derived class before accessing 'this' or returning from derived constructor");
        return JsErrors.Reference(frame.Run, $"Cannot access '{name}' before initialization");
    }
}

internal sealed class SlotTarget(int slot) : Target
{
    public override void Assign(Frame frame, JsValue value) => frame.Slots[slot] = value;
}

/// <summary>Assigns after the declaration has run, or fails.</summary>
internal sealed class CheckedSlotTarget(int slot, string name, int position) : Target
{
    public override void Assign(Frame frame, JsValue value)
    {
        if (frame.Slots[slot].IsEmpty) throw Uninitialised.Error(frame, name, position);
        frame.Slots[slot] = value;
    }
}

internal sealed class CellTarget(int slot) : Target
{
    public override void Assign(Frame frame, JsValue value) => Unsafe.As<Cell>(frame.Slots[slot].Ref!).Value = value; // set on entry
}

internal sealed class CheckedCellTarget(int slot, string name, int position) : Target
{
    public override void Assign(Frame frame, JsValue value)
    {
        var cell = Unsafe.As<Cell>(frame.Slots[slot].Ref!); // set on entry of the scope
        if (cell.Value.IsEmpty) throw Uninitialised.Error(frame, name, position);
        cell.Value = value;
    }
}

internal sealed class CapturedTarget(int index, string name, int position) : Target
{
    public override void Assign(Frame frame, JsValue value)
    {
        var cell = frame.Captured[index];
        if (cell.Value.IsEmpty) throw Uninitialised.Error(frame, name, position);
        cell.Value = value;
    }
}

/// <summary>Gives an outer variable its first value: the <c>this</c> of a constructor whose arrow calls <c>super()</c>.</summary>
internal sealed class CapturedInitialTarget(int index) : Target
{
    public override void Assign(Frame frame, JsValue value) => frame.Captured[index].Value = value;
}

/// <summary>A constant: reading it first finds one that is not yet declared.</summary>
internal sealed class ConstantTarget(Node read, int position) : Target
{
    public override void Assign(Frame frame, JsValue value)
    {
        read.Evaluate(frame);
        frame.Run.At = position;
        throw JsErrors.Type(frame.Run, "Assignment to constant variable.");
    }
}

/// <summary>The own name of a function expression: assignments are ignored, in strict code refused.</summary>
internal sealed class SelfNameTarget(bool strict, int position) : Target
{
    public override void Assign(Frame frame, JsValue value)
    {
        if (!strict) return;
        frame.Run.At = position;
        throw JsErrors.Type(frame.Run, "Assignment to constant variable.");
    }
}

/// <summary>A free name: assigned in the scope of the evaluation, created there when it does not exist.</summary>
internal sealed class FreeTarget(int index, string name, bool strict, int position) : Target
{
    public override void Assign(Frame frame, JsValue value)
    {
        var binding = frame.Root.Find(index);
        if (binding is { IsShared: false })
        {
            binding.Write(value);
            return;
        }
        if (binding is null && strict)
        {
            frame.Run.At = position;
            throw JsErrors.Reference(frame.Run, $"{name} is not defined");
        }
        // undefined, NaN and Infinity are read-only properties of the global object.
        if (binding is not null && name is "undefined" or "NaN" or "Infinity") return;
        frame.Run.Budget.Object();
        frame.Root.Scope.Set(name, value);
        if (binding is null && frame.Root.Find(index) is { } made) made.IsImplicit = true;
    }
}

/// <summary><c>delete name</c>: takes back what an assignment made; declared and given names stay.</summary>
internal sealed class DeleteFreeNode(int index, string name) : Node
{
    public override JsValue Evaluate(Frame frame)
    {
        if (frame.Root.Find(index) is not { } binding) return JsValue.True;
        if (!binding.IsImplicit) return JsValue.False;
        frame.Root.Scope.Remove(name);
        frame.Root.Forget(index);
        return JsValue.True;
    }
}
