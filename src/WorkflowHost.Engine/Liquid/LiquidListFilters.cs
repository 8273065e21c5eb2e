using System.Globalization;

namespace WorkflowHost.Engine.Liquid;

/// <summary>Filters on lists; a single value is a list of one.</summary>
internal static class LiquidListFilters
{
    public static IReadOnlyDictionary<string, Func<object?, LiquidArguments, object?>> All { get; } =
        new Dictionary<string, Func<object?, LiquidArguments, object?>>
        {
            ["size"] = (input, _) => LiquidValues.Member(input, "size") ?? 0m,
            ["first"] = (input, _) => LiquidValues.Member(input, "first"),
            ["last"] = (input, _) => LiquidValues.Member(input, "last"),
            ["join"] = (input, with) => LiquidValues.Joined(LiquidValues.ToList(input), with.Count > 0 ? with.Text(0) : " ", with.Scope.Culture),
            ["split"] = (input, with) => Split(LiquidFilters.Text(input, with), with.Text(0)),
            ["slice"] = Slice,
            ["concat"] = (input, with) => Bounded(LiquidValues.ToList(input).Concat(LiquidValues.ToList(with[0]))),
            ["reverse"] = (input, _) => LiquidValues.ToList(input).Reverse().ToList(),
            ["compact"] = (input, _) => LiquidValues.ToList(input).Where(item => item is not null).ToList(),
            ["uniq"] = (input, with) => LiquidValues.ToList(input).DistinctBy(item => Key(item, with)).ToList(),
            ["map"] = (input, with) => LiquidValues.ToList(input).Select(item => LiquidValues.Member(item, with.Text(0))).ToList(),
            ["where"] = (input, with) => LiquidValues.ToList(input).Where(item => Fits(item, with)).ToList(),
            ["reject"] = (input, with) => LiquidValues.ToList(input).Where(item => !Fits(item, with)).ToList(),
            ["find"] = (input, with) => LiquidValues.ToList(input).FirstOrDefault(item => Fits(item, with)),
            ["find_index"] = (input, with) => Index(LiquidValues.ToList(input), with),
            ["has"] = (input, with) => LiquidValues.ToList(input).Any(item => Fits(item, with)),
            ["sum"] = (input, with) => LiquidValues.ToList(input).Sum(item => LiquidValues.ToNumber(ByMember(item, with))),
            ["sort"] = (input, with) => Sorted(input, with, StringComparer.Ordinal),
            ["sort_natural"] = (input, with) => Sorted(input, with, StringComparer.OrdinalIgnoreCase),
        };

    private static List<object?> Split(string text, string separator)
    {
        LiquidLimits.CheckItems(text.Length / Math.Max(1, separator.Length));
        return separator.Length == 0
            ? [.. text.Select(letter => (object?)letter.ToString())]
            : [.. text.Split(separator, StringSplitOptions.RemoveEmptyEntries)];
    }

    private static object? Slice(object? input, LiquidArguments with)
    {
        var items = input as IReadOnlyList<object?>;
        var text = items is null ? LiquidFilters.Text(input, with) : "";
        var length = items?.Count ?? text.Length;
        var from = LiquidValues.ToInt(with[0]);
        from = from < 0 ? from + length : from;
        if (from < 0 || from >= length)
            return items is null ? "" : new List<object?>();
        var count = Math.Clamp(LiquidValues.ToInt(with[1], 1), 0, length - from);
        return items is null ? text.Substring(from, count) : items.Skip(from).Take(count).ToList();
    }

    private static List<object?> Bounded(IEnumerable<object?> items)
    {
        var list = items.Take(LiquidLimits.MaxItems + 1).ToList();
        LiquidLimits.CheckItems(list.Count);
        return list;
    }

    private static object? ByMember(object? item, LiquidArguments with) =>
        with.Count > 0 ? LiquidValues.Member(item, with.Text(0)) : item;

    private static string Key(object? item, LiquidArguments with) =>
        LiquidFilters.Json(ByMember(item, with))?.ToJsonString() ?? "null";

    private static bool Fits(object? item, LiquidArguments with)
    {
        var member = LiquidValues.Member(item, with.Text(0));
        return with.Count > 1 ? LiquidValues.Equals(member, with[1]) : LiquidValues.IsTrue(member);
    }

    private static object? Index(IReadOnlyList<object?> items, LiquidArguments with)
    {
        for (var index = 0; index < items.Count; index++)
            if (Fits(items[index], with))
                return (decimal)index;
        return null;
    }

    private static List<object?> Sorted(object? input, LiquidArguments with, StringComparer texts)
    {
        var compare = Comparer<object?>.Create((left, right) => (left, right) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            _ when LiquidValues.IsText(left) && LiquidValues.IsText(right) => texts.Compare(left.ToString(), right.ToString()),
            _ => LiquidValues.Compare(left, right)
                ?? texts.Compare(LiquidValues.Text(left, CultureInfo.InvariantCulture), LiquidValues.Text(right, CultureInfo.InvariantCulture)),
        });
        return [.. LiquidValues.ToList(input).OrderBy(item => ByMember(item, with), compare)];
    }
}
