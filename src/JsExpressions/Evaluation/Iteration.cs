using JsExpressions.Values;

namespace JsExpressions.Evaluation;

/// <summary>Walks what scripts may iterate: arrays, texts, Map, Set, their iterators, and <c>arguments</c>.</summary>
internal abstract class Iteration
{
    public abstract bool TryNext(JsRun run, out JsValue value);

    /// <summary>Leaves a script's iterator before its end: its <c>return</c> is called. Nothing to do for built-in ones.</summary>
    public virtual void Close(JsRun run) { }

    /// <summary>As <see cref="Close"/> while an error passes: what <c>return</c> throws is dropped for it.</summary>
    public virtual void Abandon(JsRun run) { }

    public static Iteration Open(JsRun run, JsValue source) => source.Ref switch
    {
        JsArray array when array.IteratesAs(BuiltIns.Intrinsics.ArrayPrototype) => new ArrayIteration(array),
        string text => new TextIteration(text),
        Rope rope => new TextIteration(rope.ToString()),
        JsIterator iterator when iterator.IteratesAs(BuiltIns.Intrinsics.BuiltInIteratorPrototype) => iterator.Source,
        JsMap map when map.IteratesAs(BuiltIns.Intrinsics.MapPrototype) => map.Entries(run),
        JsSet set when set.IteratesAs(BuiltIns.Intrinsics.SetPrototype) => set.Values(run),
        JsArguments arguments when arguments.IteratesAs(BuiltIns.Intrinsics.ObjectPrototype) => new ArrayIteration(ToArray(arguments)),
        _ => OpenByProtocol(run, source),
    };

    public static bool IsIterable(JsRun run, JsValue source) =>
        source.IsString || source.Ref is JsArguments || (source.IsObject && !Properties.Get(run, source, JsSymbol.Iterator.Key).IsNullish);

    private static Iteration OpenByProtocol(JsRun run, JsValue source)
    {
        var iterator = IteratorOf(run, source);
        if (iterator is JsIterator known && known.IteratesAs(BuiltIns.Intrinsics.BuiltInIteratorPrototype)) return known.Source;
        return new ProtocolIteration(iterator, iterator.Get(run, "next"));
    }

    /// <summary>What the value's <c>Symbol.iterator</c> method returns.</summary>
    public static JsObject IteratorOf(JsRun run, JsValue source)
    {
        if (source.IsNullish || Properties.Get(run, source, JsSymbol.Iterator.Key).Ref is not JsFunction method)
            throw JsErrors.Type(run, $"{Describe(run, source)} is not iterable");
        var opened = method.Call(run, source, []);
        return opened.ObjectOrNull ?? throw JsErrors.Type(run, "Result of the Symbol.iterator method is not an object");
    }

    public static void AppendTo(JsRun run, JsValue source, List<JsValue> list)
    {
        var iteration = Open(run, source);
        while (iteration.TryNext(run, out var value))
        {
            run.Budget.Step();
            run.Budget.Elements(1);
            run.Budget.CheckArrayLength(list.Count + 1.0);
            list.Add(value);
        }
    }

    public static JsArray ToArray(JsArguments arguments)
    {
        var array = new JsArray();
        var length = arguments.Get("length") is { IsNumber: true } count ? count.Num : 0;
        for (var i = 0; i < length && arguments.HasOwn(ArrayIndex.ToKey(i)); i++) array.Add(arguments.Get(ArrayIndex.ToKey(i)));
        return array;
    }

    private static string Describe(JsRun run, JsValue value) =>
        value.IsObject ? "object is not iterable: it" : value.Ref is JsSymbol symbol ? symbol.ToString() : Coercion.ToText(run, value);
}

internal sealed class ArrayIteration(JsArray array) : Iteration
{
    private int _next;

    public override bool TryNext(JsRun run, out JsValue value)
    {
        if (_next >= array.Count)
        {
            _next = int.MaxValue;
            value = default;
            return false;
        }
        value = array.GetIndex(run, _next++);
        return true;
    }
}

/// <summary>By code points.</summary>
internal sealed class TextIteration(string text) : Iteration
{
    private int _next;

    public override bool TryNext(JsRun run, out JsValue value)
    {
        if (_next >= text.Length)
        {
            value = default;
            return false;
        }
        var pair = char.IsHighSurrogate(text[_next]) && _next + 1 < text.Length && char.IsLowSurrogate(text[_next + 1]);
        value = pair ? text.Substring(_next, 2) : CharText.Of(text[_next]);
        _next += pair ? 2 : 1;
        return true;
    }
}

/// <summary>An iterator of the script: whatever has <c>next</c>.</summary>
internal sealed class ProtocolIteration(JsObject iterator, JsValue next) : Iteration
{
    private bool _over;

    public override bool TryNext(JsRun run, out JsValue value)
    {
        value = default;
        if (_over) return false;
        _over = true; // also when next throws
        if (next.Ref is not JsFunction function) throw JsErrors.Type(run, $"{next} is not a function");
        if (function.Call(run, iterator.FromThis(), []).ObjectOrNull is not { } result)
            throw JsErrors.Type(run, "Iterator result is not an object");
        if (result.Get(run, "done").IsTruthy) return false;
        value = result.Get(run, "value");
        _over = false;
        return true;
    }

    public override void Close(JsRun run)
    {
        if (_over) return;
        _over = true;
        var end = iterator.Get(run, "return");
        if (end.IsNullish) return;
        if (end.Ref is not JsFunction function) throw JsErrors.Type(run, $"{end} is not a function");
        if (!function.Call(run, iterator.FromThis(), []).IsObject) throw JsErrors.Type(run, "Iterator result is not an object");
    }

    public override void Abandon(JsRun run)
    {
        try
        {
            Close(run);
        }
        catch (JsException)
        {
            // The error that is passing wins (IteratorClose, step 6).
        }
    }
}

/// <summary>Any lazy sequence of the library's own.</summary>
internal sealed class SequenceIteration(IEnumerable<JsValue> values) : Iteration
{
    private readonly IEnumerator<JsValue> _values = values.GetEnumerator();

    public override bool TryNext(JsRun run, out JsValue value)
    {
        var found = _values.MoveNext();
        value = found ? _values.Current : default;
        return found;
    }
}
