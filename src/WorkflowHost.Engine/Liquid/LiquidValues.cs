using System.Globalization;
using System.Text.Json.Nodes;
using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine.Liquid;

/// <summary>
/// The closed world of template values: null, bool, decimal, string, markup, instants, lists, and JSON objects. Conversions as
/// Liquid makes them: only null and false are untrue, numbers are decimals.
/// </summary>
internal static class LiquidValues
{
    /// <summary>A workflow value as a template sees it.</summary>
    public static object? From(object? value) => value switch
    {
        null or bool or string or LiquidMarkup or decimal or DateTimeOffset or JsonObject or ILiquidMembers => value,
        JsonArray items => items.Select(item => From(ClrValues.FromNode(item))).ToList(),
        JsonNode node => From(ClrValues.FromNode(node)),
        DateTime time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
        double number => Number(number),
        float number => Number(number),
        _ when ClrValues.IsNumber(value) => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        IReadOnlyList<object?> => value,
        _ => ClrValues.ToText(value),
    };

    public static bool IsTrue(object? value) => value is not (null or false);

    public static bool IsText(object? value) => value is string or LiquidMarkup;

    public static string Text(object? value, CultureInfo culture) => value switch
    {
        null => "",
        string text => text,
        LiquidMarkup markup => markup.Text,
        bool flag => flag ? "true" : "false",
        decimal number => number.ToString(culture),
        DateTimeOffset time => time.ToString("u", culture),
        IReadOnlyList<object?> items => Joined(items, "", culture),
        _ => "", // objects have no text of their own
    };

    public static string Joined(IReadOnlyList<object?> items, string separator, CultureInfo culture)
    {
        var text = new System.Text.StringBuilder();
        foreach (var item in items)
        {
            if (text.Length > 0)
                text.Append(separator);
            text.Append(Text(item, culture));
            LiquidLimits.CheckLength(text.Length);
        }
        return text.ToString();
    }

    public static decimal ToNumber(object? value) => value switch
    {
        decimal number => number,
        bool flag => flag ? 1 : 0,
        string or LiquidMarkup => decimal.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0,
        _ => 0,
    };

    public static int ToInt(object? value, int fallback = 0)
    {
        if (value is null)
            return fallback;
        var number = decimal.Truncate(ToNumber(value));
        return (int)Math.Clamp(number, int.MinValue, int.MaxValue);
    }

    public static IReadOnlyList<object?> ToList(object? value) => value switch
    {
        null => [],
        IReadOnlyList<object?> items => items,
        JsonObject members => [.. members.Select(member => (object?)new List<object?> { member.Key, From(ClrValues.FromNode(member.Value)) })],
        string { Length: 0 } => [],
        _ => [value],
    };

    public static object? Member(object? value, string name) => value switch
    {
        ILiquidMembers members => members.Get(name),
        JsonObject json when json.TryGetPropertyValue(name, out var member) => From(ClrValues.FromNode(member)),
        JsonObject json => name == "size" ? (decimal)json.Count : null,
        IReadOnlyList<object?> items => name switch
        {
            "size" => (decimal)items.Count,
            "first" => items.Count > 0 ? items[0] : null,
            "last" => items.Count > 0 ? items[^1] : null,
            _ => null,
        },
        string or LiquidMarkup when name == "size" => (decimal)value.ToString()!.Length, // never null for these two
        _ => null,
    };

    public static object? Item(object? value, object? index, CultureInfo culture)
    {
        if (value is not IReadOnlyList<object?> items)
            return Member(value, Text(index, culture));
        if (index is not decimal)
            return Member(value, Text(index, culture));
        var at = ToInt(index);
        at = at < 0 ? at + items.Count : at;
        return at >= 0 && at < items.Count ? items[at] : null;
    }

    public new static bool Equals(object? left, object? right)
    {
        if (left is LiquidEmptiness || right is LiquidEmptiness)
            return left is LiquidEmptiness kind ? kind.Fits(right) : ((LiquidEmptiness)right!).Fits(left); // one of them is one
        return (left, right) switch
        {
            (null, null) => true,
            (null, _) or (_, null) => false,
            (bool, _) or (_, bool) => IsTrue(left) == IsTrue(right),
            (decimal number, _) => number == ToNumber(right),
            (IReadOnlyList<object?> a, IReadOnlyList<object?> b) => a.Count == b.Count && a.Zip(b).All(pair => Equals(pair.First, pair.Second)),
            (DateTimeOffset a, DateTimeOffset b) => a == b,
            (JsonObject a, JsonObject b) => JsonNode.DeepEquals(a, b),
            _ => Text(left, CultureInfo.InvariantCulture) == Text(right, CultureInfo.InvariantCulture),
        };
    }

    public static int? Compare(object? left, object? right) => (left, right) switch
    {
        (null, _) or (_, null) => null,
        (DateTimeOffset a, DateTimeOffset b) => a.CompareTo(b),
        (decimal, _) or (_, decimal) => ToNumber(left).CompareTo(ToNumber(right)),
        _ when IsText(left) && IsText(right) => string.CompareOrdinal(left.ToString(), right.ToString()),
        _ => null,
    };

    private static object? Number(double number) => double.IsFinite(number) && Math.Abs(number) < 7e27
        ? (decimal)number
        : number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>An object of the host whose members a template may read.</summary>
internal interface ILiquidMembers
{
    object? Get(string name);
}

/// <summary>The words <c>empty</c> and <c>blank</c> in comparisons.</summary>
internal sealed record LiquidEmptiness(bool AlsoBlank)
{
    public bool Fits(object? value) => value switch
    {
        LiquidEmptiness => true,
        IReadOnlyList<object?> items => items.Count == 0,
        JsonObject members => members.Count == 0,
        string or LiquidMarkup => AlsoBlank ? string.IsNullOrWhiteSpace(value.ToString()) : value.ToString()!.Length == 0, // text
        null or false => AlsoBlank,
        _ => false,
    };
}
