namespace Formio.Values;

/// <summary>Deep copies: values of the form must not be shared with, and changed by, a submission.</summary>
internal static class DataCopy
{
    public static DataValue Of(DataValue value)
    {
        if (value.AsObject is { } members)
        {
            var copy = new DataObject(members.Count);
            foreach (var (key, member) in members) copy[key] = Of(member);
            return copy;
        }

        if (value.AsArray is not { } items) return value;
        var array = new DataArray(items.Count);
        foreach (var item in items) array.Add(Of(item));
        return array;
    }

    /// <summary>Copies the containers on the way to a part, so that setting it leaves the original alone.</summary>
    public static DataObject Along(DataObject root, ReadOnlySpan<string> parts)
    {
        var copy = root.ShallowCopy();
        var place = copy;
        for (var i = 0; i < parts.Length - 1 && place[parts[i]].AsObject is { } inner; i++)
        {
            inner = inner.ShallowCopy();
            place[parts[i]] = inner;
            place = inner;
        }

        return copy;
    }
}
