using JsExpressions.Evaluation;
using JsExpressions.Values;

namespace JsExpressions;

/// <summary>Equality of Map keys and Set elements: SameValueZero.</summary>
internal sealed class SameValueZeroComparer : IEqualityComparer<JsValue>
{
    public static readonly SameValueZeroComparer Instance = new();

    public bool Equals(JsValue x, JsValue y) => Coercion.SameValueZero(x, y);

    public int GetHashCode(JsValue value) => value.Kind switch
    {
        JsKind.Number => (value.Num + 0.0).GetHashCode(),
        JsKind.String => value.AsString.GetHashCode(StringComparison.Ordinal),
        JsKind.Object or JsKind.Symbol => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(value.Ref),
        JsKind.BigInt => ((JsBigInt)value.Ref!).Number.GetHashCode(), // the kind says so
        _ => HashCode.Combine(value.Kind, value.Num),
    };
}

/// <summary>Keys in order of insertion, which may change while they are walked.</summary>
internal sealed class OrderedTable
{
    private readonly Dictionary<JsValue, int> _index = new(SameValueZeroComparer.Instance);
    private readonly List<(JsValue Key, JsValue Value)> _items = [];

    public int Count => _index.Count;

    /// <summary>Places to walk, deleted ones (empty key) included; grows while walking.</summary>
    public int Places => _items.Count;

    public (JsValue Key, JsValue Value) At(int place) => _items[place];

    public bool TryGet(JsValue key, out JsValue value)
    {
        var found = _index.TryGetValue(key, out var place);
        value = found ? _items[place].Value : default;
        return found;
    }

    public void Set(JsRun run, JsValue key, JsValue value)
    {
        if (key.IsNumber) key = key.Num + 0.0;
        if (_index.TryGetValue(key, out var place))
        {
            _items[place] = (_items[place].Key, value);
            return;
        }
        run.Budget.CheckArrayLength(_items.Count + 1.0);
        run.Budget.Elements(6);
        _index.Add(key, _items.Count);
        _items.Add((key, value));
    }

    public bool Remove(JsValue key)
    {
        if (!_index.Remove(key, out var place)) return false;
        _items[place] = (JsValue.Empty, default);
        return true;
    }

    // Walks in progress find empty places and go on with what is added later.
    public void Clear()
    {
        _index.Clear();
        for (var i = 0; i < _items.Count; i++) _items[i] = (JsValue.Empty, default);
    }
}

/// <summary>A Map.</summary>
public sealed class JsMap : JsObject
{
    internal JsMap() : base(BuiltIns.Intrinsics.MapPrototype) { }

    /// <inheritdoc/>
    public override string ClassName => "Map";

    /// <summary>The number of entries.</summary>
    public int Count => Table.Count;

    internal OrderedTable Table { get; } = new();

    internal Iteration Entries(JsRun run) => new TableIteration(Table, (key, value) =>
    {
        run.Budget.Array(2);
        return new JsArray([key, value]).FromThis();
    });
}

/// <summary>A Set.</summary>
public sealed class JsSet : JsObject
{
    internal JsSet() : base(BuiltIns.Intrinsics.SetPrototype) { }

    /// <inheritdoc/>
    public override string ClassName => "Set";

    /// <summary>The number of elements.</summary>
    public int Count => Table.Count;

    internal OrderedTable Table { get; } = new();

    internal Iteration Values(JsRun run) => new TableIteration(Table, (key, _) => key);
}

internal sealed class TableIteration(OrderedTable table, Func<JsValue, JsValue, JsValue> select) : Iteration
{
    private int _next;

    public override bool TryNext(JsRun run, out JsValue value)
    {
        while (_next < table.Places)
        {
            var (key, item) = table.At(_next++);
            run.Budget.Step();
            if (key.IsEmpty) continue;
            value = select(key, item);
            return true;
        }
        _next = int.MaxValue;
        value = default;
        return false;
    }
}
