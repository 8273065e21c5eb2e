using JsExpressions.Values;

namespace JsExpressions.Evaluation;

/// <summary>Walks what scripts may iterate: arrays, texts, Map, Set, their iterators, and <c>arguments</c>.</summary>
internal abstract class Iteration
{
    public abstract bool TryNext(JsRun run, out JsValue value);

    public static Iteration Open(JsRun run, JsValue source) => source.Ref switch
    {
        JsArray array => new ArrayIteration(array),
        string text => new TextIteration(text),
        Rope rope => new TextIteration(rope.ToString()),
        JsWrapper { Value: { IsString: true } text } => new TextIteration(text.AsString),
        JsIterator iterator => iterator.Source,
        JsMap map => map.Entries(run),
        JsSet set => set.Values(run),
        JsArguments arguments => new ArrayIteration(ToArray(arguments)),
        _ => throw JsErrors.Type(run, $"{Describe(run, source)} is not iterable"),
    };

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

    private static string Describe(JsRun run, JsValue value) => value.IsObject ? "object is not iterable: it" : Coercion.ToText(run, value);
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
        value = array[_next++];
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
