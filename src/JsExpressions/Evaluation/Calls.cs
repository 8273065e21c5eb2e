using System.Runtime.CompilerServices;
using JsExpressions.Values;

namespace JsExpressions.Evaluation;

/// <summary>Room for the arguments of most calls, on the stack.</summary>
[InlineArray(Capacity)]
internal struct FewValues
{
    public const int Capacity = 4;

    private JsValue _first;
}

/// <summary>The arguments of a call.</summary>
internal sealed class ArgumentList(Node[] nodes, bool[] spread)
{
    private readonly bool _plain = !spread.Contains(true);

    public int Count => nodes.Length;

    public bool FitsInline => _plain && nodes.Length <= FewValues.Capacity;

    public void Fill(Frame frame, Span<JsValue> values)
    {
        for (var i = 0; i < nodes.Length; i++) values[i] = nodes[i].Evaluate(frame);
    }

    public JsValue[] ToArray(Frame frame)
    {
        if (_plain)
        {
            var values = new JsValue[nodes.Length];
            Fill(frame, values);
            return values;
        }
        var list = new List<JsValue>();
        for (var i = 0; i < nodes.Length; i++)
        {
            var value = nodes[i].Evaluate(frame);
            if (spread[i]) Iteration.AppendTo(frame.Run, value, list);
            else list.Add(value);
        }
        frame.Run.Budget.CheckArrayLength(list.Count);
        return [.. list];
    }
}

/// <summary>
/// A call. <paramref name="self"/> and <paramref name="key"/> are set for a method: <c>self.key(...)</c> or
/// <c>self[index](...)</c>; else <paramref name="callee"/> is the function.
/// </summary>
internal sealed class CallNode(
    Node? callee, Node? self, string? key, Node? index, bool memberOptional, bool callOptional, ArgumentList args, string text, int position) : Node
{
    public override JsValue Evaluate(Frame frame)
    {
        var run = frame.Run;
        JsValue target = default;
        JsValue function;
        if (self is null)
        {
            function = callee!.Evaluate(frame); // either self or callee is set
            if (function.IsEmpty) return function;
        }
        else
        {
            target = self.Evaluate(frame);
            if (target.IsEmpty || (memberOptional && target.IsNullish)) return JsValue.Empty;
            var name = index?.Evaluate(frame) ?? default;
            run.At = position;
            function = key is not null ? Properties.Get(run, target, key) : Properties.Get(run, target, name);
        }
        if (callOptional && function.IsNullish) return JsValue.Empty;
        if (!args.FitsInline) return CallWithMany(frame, function, target);
        var few = default(FewValues);
        Span<JsValue> values = few;
        values = values[..args.Count];
        args.Fill(frame, values);
        run.At = position;
        if (function.Ref is not JsFunction code) throw NotCallable(run);
        return code.Call(run, target, values);
    }

    private JsValue CallWithMany(Frame frame, JsValue function, JsValue target)
    {
        var values = args.ToArray(frame);
        frame.Run.At = position;
        if (function.Ref is not JsFunction code) throw NotCallable(frame.Run);
        return code.Call(frame.Run, target, values);
    }

    private JsException NotCallable(JsRun run) => JsErrors.Type(run, $"{text} is not a function");
}

internal sealed class NewNode(Node callee, ArgumentList args, string text, int position) : Node
{
    public override JsValue Evaluate(Frame frame)
    {
        var function = callee.Evaluate(frame);
        var values = args.ToArray(frame);
        frame.Run.At = position;
        if (function.Ref is not JsFunction { IsConstructor: true } code) throw JsErrors.Type(frame.Run, $"{text} is not a constructor");
        frame.Run.Budget.Enter();
        var result = code.Construct(frame.Run, values, code);
        frame.Run.Budget.Leave();
        return result;
    }
}

internal sealed class FunctionNode(FunctionCode code) : Node
{
    public override JsValue Evaluate(Frame frame) => Create(frame);

    public ScriptFunction Create(Frame frame)
    {
        frame.Run.Budget.Object();
        var cells = code.Captures.Length == 0 ? [] : new Cell[code.Captures.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            var (own, index) = code.Captures[i];
            cells[i] = own ? Unsafe.As<Cell>(frame.Slots[index].Ref!) : frame.Captured[index]; // own captured variables live in cells
        }
        return new ScriptFunction(code, frame.Root, cells, code.Info.IsArrow ? frame.This : default);
    }
}
