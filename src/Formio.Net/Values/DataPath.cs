using System.Globalization;

namespace Formio.Values;

/// <summary>
/// lodash's path language: <c>a.b[0].c</c>. Reading through something that is no container gives undefined;
/// writing through it replaces it by an object, or by an array when the next part is an index.
/// </summary>
internal static class DataPath
{
    /// <summary>lodash toPath for the paths that forms use: dots, indexes, quoted brackets.</summary>
    public static string[] Parse(string path)
    {
        if (path.AsSpan().IndexOfAny('.', '[') < 0) return [path];
        var parts = new List<string>();
        var start = 0;
        var i = 0;
        if (path[0] == '.') parts.Add("");
        while (i < path.Length)
        {
            if (path[i] == '.')
            {
                if (i > start) parts.Add(path[start..i]);
                else if (i > 0 && path[i - 1] == '.') parts.Add("");
                start = ++i;
            }
            else if (path[i] == '[' && path.IndexOf(']', i) is var close and > 0)
            {
                if (i > start) parts.Add(path[start..i]);
                parts.Add(path[(i + 1)..close].Trim('"', '\''));
                start = i = close + 1;
            }
            else
            {
                i++;
            }
        }

        if (start < path.Length) parts.Add(path[start..]);
        else if (path[^1] == '.') parts.Add("");
        return [.. parts];
    }

    public static DataValue Get(DataValue from, string path) => Get(from, Parse(path));

    public static DataValue Get(DataValue from, ReadOnlySpan<string> parts)
    {
        foreach (var part in parts) from = Member(from, part);
        return from;
    }

    public static DataValue Member(DataValue from, string key)
    {
        if (from.AsObject is { } members) return members[key];
        if (from.AsArray is { } items)
        {
            if (TryIndex(key, out var index)) return items[index];
            return key == "length" ? items.Count : DataValue.Undefined;
        }

        if (from.AsString is not { } text) return DataValue.Undefined;
        if (key == "length") return text.Length;
        return TryIndex(key, out var at) && at < text.Length ? text[at].ToString() : DataValue.Undefined;
    }

    public static bool Has(DataValue from, ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
        {
            if (from.AsObject is { } members && members.TryGet(part, out var member)) from = member;
            else if (from.AsArray is { } items && TryIndex(part, out var index) && index < items.Count) from = items[index];
            else return false;
        }

        return true;
    }

    public static void Set(DataValue root, string path, DataValue value) => Set(root, Parse(path), value);

    public static void Set(DataValue root, ReadOnlySpan<string> parts, DataValue value)
    {
        for (var i = 0; i < parts.Length - 1; i++)
        {
            var next = Member(root, parts[i]);
            // An empty list where an object belongs (PHP writes those) becomes one.
            if (!next.IsContainer || (next.AsArray is { Count: 0 } && !TryIndex(parts[i + 1], out _)))
            {
                next = TryIndex(parts[i + 1], out _) ? new DataArray() : new DataObject();
                Put(root, parts[i], next);
            }

            root = next;
        }

        Put(root, parts[^1], value);
    }

    public static void Unset(DataValue root, ReadOnlySpan<string> parts)
    {
        var parent = Get(root, parts[..^1]);
        if (parent.AsObject is { } members) members.Remove(parts[^1]);
        else if (parent.AsArray is { } items && TryIndex(parts[^1], out var index) && index < items.Count)
            items[index] = DataValue.Undefined;
    }

    public static bool TryIndex(string part, out int index)
    {
        index = 0;
        return part.Length is > 0 and < 8
            && (part.Length == 1 || part[0] != '0')
            && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out index);
    }

    private static void Put(DataValue parent, string key, DataValue value)
    {
        if (parent.AsObject is { } members) members[key] = value;
        else if (parent.AsArray is { } items && TryIndex(key, out var index)) items[index] = value;
    }
}
