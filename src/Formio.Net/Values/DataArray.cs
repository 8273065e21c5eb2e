using System.Globalization;
using Formio.Scripting;
using JsExpressions;

namespace Formio.Values;

/// <summary>A JSON array. Undefined elements stand for JavaScript's holes and are written as null.</summary>
internal sealed class DataArray
{
    private readonly List<DataValue> _items;

    public DataArray() => _items = [];

    public DataArray(int capacity) => _items = new(capacity);

    public DataArray(IEnumerable<DataValue> items) => _items = [.. items];

    /// <summary>How scripts see this array, once one has; kept in step with every change.</summary>
    public JsArray? Mirror { get; set; }

    public int Count => _items.Count;

    public DataValue this[int index]
    {
        get => (uint)index < (uint)_items.Count ? _items[index] : DataValue.Undefined;
        set
        {
            while (_items.Count <= index) Add(DataValue.Undefined);
            _items[index] = value;
            Mirror?.Set(index.ToString(CultureInfo.InvariantCulture), JsBridge.Mirror(value));
        }
    }

    /// <summary>The same array, shortened to its last element that is not undefined. For arrays no script has seen.</summary>
    public DataArray WithoutTrailingHoles()
    {
        while (_items.Count > 0 && _items[^1].IsUndefined) _items.RemoveAt(_items.Count - 1);
        return this;
    }

    public void Add(DataValue value)
    {
        _items.Add(value);
        Mirror?.Add(JsBridge.Mirror(value));
    }

    public List<DataValue>.Enumerator GetEnumerator() => _items.GetEnumerator();

    public IReadOnlyList<DataValue> Items => _items;
}
