using System.Globalization;

namespace JsExpressions.Values;

/// <summary>Keys that are array indices: canonical integers from 0 to 2^32 - 2.</summary>
internal static class ArrayIndex
{
    private static readonly string[] Small = MakeSmall();

    public static bool IsIndex(string key) => TryParse(key, out _);

    public static bool TryParse(string key, out uint index)
    {
        index = 0;
        if (key.Length is 0 or > 10) return false;
        if (key[0] == '0') return key.Length == 1;
        ulong value = 0;
        foreach (var c in key)
        {
            if (c is < '0' or > '9') return false;
            value = value * 10 + (ulong)(c - '0');
        }
        if (value >= uint.MaxValue) return false;
        index = (uint)value;
        return true;
    }

    public static string ToKey(long index) =>
        index >= 0 && index < Small.Length ? Small[index] : index.ToString(CultureInfo.InvariantCulture);

    /// <summary>Indices ascending first, the other keys as they came.</summary>
    public static IEnumerable<string> InOrder(string[] keys) =>
        keys.Select(key => (Key: key, Index: TryParse(key, out var index) ? index : uint.MaxValue))
            .OrderBy(item => item.Index)
            .Select(item => item.Key);

    private static string[] MakeSmall()
    {
        var keys = new string[256];
        for (var i = 0; i < keys.Length; i++) keys[i] = i.ToString(CultureInfo.InvariantCulture);
        return keys;
    }
}
