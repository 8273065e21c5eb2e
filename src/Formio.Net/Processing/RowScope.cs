using System.Globalization;
using Formio.Values;

namespace Formio.Processing;

/// <summary>
/// The place in the data that holds the values of a group of components: the root, an object, or one grid row.
/// Looked up afresh each time, because a formula or a default may replace what lies there.
/// </summary>
internal sealed class RowScope
{
    private readonly RowScope? _outer;
    private readonly string[] _parts;
    private readonly int _row;
    private readonly bool _underData;

    private RowScope(RowScope? outer, string[] parts, int row, bool underData, string prefix)
    {
        _outer = outer;
        _parts = parts;
        _row = row;
        _underData = underData;
        Prefix = prefix;
    }

    public static RowScope Top { get; } = new(null, [], -1, false, "");

    /// <summary>Data path of this place; empty for the root.</summary>
    public string Prefix { get; }

    public RowScope Object(string key, string[] keyParts, bool underData) =>
        new(this, keyParts, -1, underData, Join(Prefix, key) + (underData ? ".data" : ""));

    public RowScope Row(string gridPath, string[] keyParts, int row, bool underData) =>
        new(this, keyParts, row, underData,
            string.Concat(gridPath, "[", row.ToString(CultureInfo.InvariantCulture), underData ? "].data" : "]"));

    public string PathOf(string key) => Join(Prefix, key);

    /// <summary>What lies here; undefined when something above is missing.</summary>
    public DataValue Find(DataValue root)
    {
        if (_outer is null) return root;
        var value = DataPath.Get(_outer.Find(root), _parts);
        if (_row >= 0) value = value.AsArray is { } rows ? rows[_row] : DataValue.Undefined;
        return _underData ? DataPath.Member(value, "data") : value;
    }

    public DataValue Get(DataValue root, string[] keyParts) => DataPath.Get(Find(root), Parts(root, keyParts));

    // lodash: a row that has the dotted key as it stands has it, although it is not read there.
    public bool Has(DataValue root, string[] keyParts)
    {
        var place = Find(root);
        return DataPath.Has(place, keyParts)
            || (keyParts.Length > 1 && place.AsObject?.Has(string.Join('.', keyParts)) == true);
    }

    public void Set(DataValue root, string[] keyParts, DataValue value)
    {
        if (keyParts.Length > 0) DataPath.Set(Open(root, keyParts[0]), Parts(root, keyParts), value);
    }

    public void Unset(DataValue root, string[] keyParts)
    {
        if (keyParts.Length > 0) DataPath.Unset(Find(root), Parts(root, keyParts));
    }

    // lodash set: what is missing on the way is made. An empty list where an object belongs (PHP writes those) becomes one.
    private DataValue Open(DataValue root, string key)
    {
        if (_outer is null) return root;
        var found = Find(root);
        if (found.IsContainer && !(found.AsArray is { Count: 0 } && !DataPath.TryIndex(key, out _))) return found;
        var outer = _outer.Open(root, _parts.Length > 0 ? _parts[0] : key);
        var place = new DataObject();
        if (_row < 0 && !_underData)
        {
            DataPath.Set(outer, _parts, place);
            return place;
        }

        List<string> parts = [.. _parts];
        if (_row >= 0) parts.Add(_row.ToString(CultureInfo.InvariantCulture));
        if (_underData) parts.Add("data");
        DataPath.Set(outer, parts.ToArray(), place);
        return place;
    }

    // lodash: a path that is a key of the root as it stands ("person.name") is that key.
    private string[] Parts(DataValue root, string[] keyParts)
    {
        if (_outer is not null || keyParts.Length == 1) return keyParts;
        var flat = string.Join('.', keyParts);
        return root.AsObject?.Has(flat) == true ? [flat] : keyParts;
    }

    private static string Join(string prefix, string key) =>
        prefix.Length == 0 ? key : key.Length == 0 ? prefix : string.Concat(prefix, ".", key);
}
