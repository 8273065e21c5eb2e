using Formio.Scripting;
using JsExpressions;

namespace Formio.Values;

/// <summary>A JSON object: own keys only, in the order they were added, so <c>constructor</c> is a key like any other.</summary>
internal sealed class DataObject
{
    private readonly OrderedDictionary<string, DataValue> _members;

    public DataObject() => _members = new(StringComparer.Ordinal);

    public DataObject(int capacity) => _members = new(capacity, StringComparer.Ordinal);

    /// <summary>How scripts see this object, once one has; kept in step with every change.</summary>
    public JsObject? Mirror { get; set; }

    public int Count => _members.Count;

    public IEnumerable<string> Keys => _members.Keys;

    public IEnumerable<DataValue> Values => _members.Values;

    /// <summary>Undefined when the key is absent; setting undefined removes the key (JSON has no undefined).</summary>
    public DataValue this[string key]
    {
        get => _members.TryGetValue(key, out var value) ? value : DataValue.Undefined;
        set
        {
            if (value.IsUndefined)
            {
                Remove(key);
                return;
            }

            _members[key] = value;
            Mirror?.Set(key, JsBridge.Mirror(value));
        }
    }

    public bool Has(string key) => _members.ContainsKey(key);

    public bool TryGet(string key, out DataValue value) => _members.TryGetValue(key, out value);

    public void Remove(string key)
    {
        if (_members.Remove(key)) Mirror?.Remove(key);
    }

    public OrderedDictionary<string, DataValue>.Enumerator GetEnumerator() => _members.GetEnumerator();

    public DataObject ShallowCopy()
    {
        var copy = new DataObject(_members.Count);
        foreach (var (key, value) in _members) copy._members[key] = value;
        return copy;
    }
}
