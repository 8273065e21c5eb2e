using JsExpressions.Values;

namespace JsExpressions;

/// <summary>
/// An array: always dense in memory, holes kept as such. Its length is bounded by
/// <see cref="ExpressionLimits.MaxArrayLength"/> wherever a script makes it grow.
/// </summary>
public sealed class JsArray : JsObject
{
    private JsValue[] _items;
    private int _count;
    private bool _frozen;
    private bool _sealed;

    /// <summary>An empty array.</summary>
    public JsArray() : this([], 0) { }

    /// <summary>An array of these elements, copied.</summary>
    public JsArray(IEnumerable<JsValue> items) : this(items.ToArray()) { }

    internal JsArray(JsValue[] items) : this(items, items.Length) { }

    internal JsArray(JsValue[] items, int count) : base(BuiltIns.Intrinsics.ArrayPrototype)
    {
        _items = items;
        _count = count;
    }

    /// <inheritdoc/>
    public override string ClassName => "Array";

    /// <summary>The number of elements, holes included.</summary>
    public int Count => _count;

    /// <summary>The element, <c>undefined</c> for a hole or beyond the end.</summary>
    public JsValue this[int index] => (uint)index < (uint)_count && !_items[index].IsEmpty ? _items[index] : JsValue.Undefined;

    /// <summary>Appends an element.</summary>
    public void Add(JsValue value)
    {
        if (_count == _items.Length) Array.Resize(ref _items, Math.Max(4, _count * 2));
        _items[_count++] = value;
    }

    internal override bool IsExotic => true;

    /// <summary>The elements with holes as empty values. Valid until the array changes.</summary>
    internal Span<JsValue> Items => _items.AsSpan(0, _count);

    internal bool IsWritable => !_frozen;

    /// <summary>
    /// Some element is an accessor or has attributes of its own. Those are stored as other properties are, with a hole
    /// in their place, so that the quick ways pass them by.
    /// </summary>
    internal bool HasOddElements { get; private set; }

    internal bool HasIndex(int index) => (uint)index < (uint)_count && !_items[index].IsEmpty;

    /// <summary>The element as a script reads it: an accessor is called, a hole looks to the prototypes.</summary>
    internal JsValue GetIndex(JsRun run, int index) => HasIndex(index) ? _items[index] : Get(run, ArrayIndex.ToKey(index));

    internal bool PutIndex(JsRun run, int index, JsValue value)
    {
        if (HasOddElements && base.TryGetOwn(ArrayIndex.ToKey(index), out _)) return PutSlow(run, ArrayIndex.ToKey(index), value);
        if ((uint)index < (uint)_count)
        {
            if (_frozen || (!Extensible && _items[index].IsEmpty)) return false;
            _items[index] = value;
            return true;
        }
        if (index < 0 || !Extensible) return false;
        if (index == _count) run.Budget.CheckArrayLength(index + 1.0);
        Grow(run, index + 1L);
        _items[index] = value;
        return true;
    }

    internal bool Push(JsRun run, JsValue value) => PutIndex(run, _count, value);

    /// <summary>Cuts or extends with holes. False when frozen, or sealed and shrinking.</summary>
    internal bool SetLength(JsRun run, long length)
    {
        if (length == _count) return true;
        if (_frozen || (_sealed && length < _count)) return false;
        if (length > _count)
        {
            Grow(run, length);
            return true;
        }
        for (var last = _count - 1; HasOddElements && last >= length; last--)
        {
            if (_items[last].IsEmpty && !base.DeleteOwn(ArrayIndex.ToKey(last)))
            {
                _count = last + 1;
                return false;
            }
        }
        Array.Clear(_items, (int)length, _count - (int)length);
        _count = (int)length;
        return true;
    }

    /// <summary>Replaces all elements; the array takes the buffer over.</summary>
    internal void Replace(JsValue[] items, int count)
    {
        _items = items;
        _count = count;
    }

    private void Grow(JsRun run, long length)
    {
        run.Budget.CheckArrayLength(length);
        if (length > _items.Length)
        {
            var capacity = (int)Math.Max(length, Math.Max(4, Math.Min(_items.Length * 2L, length + 1_000_000)));
            run.Budget.Elements(capacity - _items.Length);
            Array.Resize(ref _items, capacity);
        }
        if (length > _count + 1) _items.AsSpan(_count, (int)length - _count).Fill(JsValue.Empty);
        _count = (int)length;
    }

    internal override bool TryGetOwn(string key, out Property property)
    {
        if (ArrayIndex.TryParse(key, out var index))
        {
            property = default;
            if (index >= _count) return false;
            if (_items[index].IsEmpty) return HasOddElements && base.TryGetOwn(key, out property);
            property.Value = _items[index];
            property.Attributes = _frozen ? Attributes.Enumerable : _sealed ? Attributes.Enumerable | Attributes.Writable : Attributes.Plain;
            return true;
        }
        if (key == "length")
        {
            property = new Property { Value = _count, Attributes = _frozen ? Attributes.None : Attributes.Writable };
            return true;
        }
        return base.TryGetOwn(key, out property);
    }

    internal override void DefineOwn(string key, JsValue value, Attributes attributes)
    {
        if (ArrayIndex.TryParse(key, out var index))
        {
            if (index >= _count)
            {
                if (index >= ExpressionLimits.Default.MaxArrayLength)
                    throw ExpressionBudget.Exceeded(nameof(ExpressionLimits.MaxArrayLength), "makes an array that is too long");
                while (_count <= index) Add(JsValue.Empty);
            }
            if (attributes == Attributes.Plain && !HasOddElements)
            {
                _items[index] = value;
                return;
            }
            HasOddElements = true;
            _items[index] = JsValue.Empty;
        }
        base.DefineOwn(key, value, attributes);
    }

    internal override bool Put(JsRun run, string key, JsValue value)
    {
        if (ArrayIndex.TryParse(key, out var index))
        {
            run.Budget.CheckArrayLength(index + 1.0);
            return PutIndex(run, (int)index, value);
        }
        if (key == "length")
        {
            var number = Coercion.ToNumber(run, value);
            if (number < 0 || number != Math.Truncate(number) || number > uint.MaxValue) throw JsErrors.Range(run, "Invalid array length");
            run.Budget.CheckArrayLength(number);
            return SetLength(run, (long)number);
        }
        return base.Put(run, key, value);
    }

    internal override bool DeleteOwn(string key)
    {
        if (ArrayIndex.TryParse(key, out var index))
        {
            if (index < _count && _items[index].IsEmpty && HasOddElements) return base.DeleteOwn(key);
            if (index >= _count || _items[index].IsEmpty) return true;
            if (_frozen || _sealed) return false;
            _items[index] = JsValue.Empty;
            return true;
        }
        return key != "length" && base.DeleteOwn(key);
    }

    internal override IEnumerable<string> OwnKeys()
    {
        for (var i = 0; i < _count; i++)
            if (!_items[i].IsEmpty || (HasOddElements && base.TryGetOwn(ArrayIndex.ToKey(i), out _))) yield return ArrayIndex.ToKey(i);
        yield return "length";
        foreach (var key in base.OwnKeys())
            if (!HasOddElements || !ArrayIndex.IsIndex(key)) yield return key;
    }

    internal override void Restrict(Attributes taken)
    {
        base.Restrict(taken);
        if ((taken & Attributes.Writable) != 0) _frozen = true;
        if ((taken & Attributes.Configurable) != 0) _sealed = true;
    }
}
