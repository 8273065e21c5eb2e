using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine.Liquid;

/// <summary>Filters by name: Liquid's own and the two of Elsa, <c>base64</c> and <c>keys</c>. Text, lists and numbers have files of their own.</summary>
internal static class LiquidFilters
{
    private static readonly Dictionary<string, Func<object?, LiquidArguments, object?>> Known =
        LiquidTextFilters.All.Concat(LiquidListFilters.All).Concat(LiquidNumberFilters.All).Concat(Own())
            .ToDictionary(filter => filter.Key, filter => filter.Value, StringComparer.Ordinal);

    public static Func<object?, LiquidArguments, object?>? Find(string name) => Known.GetValueOrDefault(name);

    private static Dictionary<string, Func<object?, LiquidArguments, object?>> Own() => new()
    {
        ["base64"] = (input, with) => Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(input, with))),
        ["base64_encode"] = (input, with) => Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(input, with))),
        ["base64_decode"] = (input, with) => Decode(Text(input, with)),
        ["keys"] = (input, _) => input is JsonObject members ? members.Select(member => (object?)member.Key).ToList() : new List<object?>(),
        ["default"] = (input, with) => IsEmpty(input, with) ? with[0] : input,
        ["json"] = (input, _) => Json(input)?.ToJsonString() ?? "null",
        ["raw"] = (input, with) => new LiquidMarkup(Text(input, with)),
        ["date"] = (input, with) => LiquidDates.Format(input, with.Text(0), with.Scope),
        ["format_date"] = (input, with) => LiquidDates.Instant(input, with.Scope) is { } time
            ? time.ToString(with.Text(0), Culture(with, 1))
            : input,
        ["time_zone"] = (input, with) => LiquidDates.Instant(input, with.Scope) is { } time
            && TimeZoneInfo.TryFindSystemTimeZoneById(with.Text(0), out var zone)
            ? TimeZoneInfo.ConvertTime(time, zone)
            : input,
        ["format_number"] = (input, with) => LiquidValues.ToNumber(input).ToString(with.Text(0), Culture(with, 1)),
        ["url_encode"] = (input, with) => WebUtility.UrlEncode(Text(input, with)),
        ["url_decode"] = (input, with) => WebUtility.UrlDecode(Text(input, with)),
        ["escape"] = (input, with) => new LiquidMarkup(WebUtility.HtmlEncode(Text(input, with))),
        ["escape_once"] = (input, with) => new LiquidMarkup(WebUtility.HtmlEncode(WebUtility.HtmlDecode(Text(input, with)))),
    };

    internal static string Text(object? input, LiquidArguments with) => LiquidValues.Text(input, with.Scope.Culture);

    /// <summary>A template value as JSON, for the <c>json</c> filter.</summary>
    internal static JsonNode? Json(object? value) => value switch
    {
        LiquidMarkup markup => JsonValue.Create(markup.Text),
        IReadOnlyList<object?> items => new JsonArray([.. items.Select(Json)]),
        LiquidEmptiness or ILiquidMembers => null,
        _ => ClrValues.ToNode(value),
    };

    private static bool IsEmpty(object? input, LiquidArguments with) =>
        input is null
        || (input is false && !LiquidValues.IsTrue(with.Named.GetValueOrDefault("allow_false")))
        || new LiquidEmptiness(AlsoBlank: false).Fits(input);

    private static CultureInfo Culture(LiquidArguments with, int index)
    {
        try
        {
            return with.Count > index ? CultureInfo.GetCultureInfo(with.Text(index)) : with.Scope.Culture;
        }
        catch (CultureNotFoundException)
        {
            return with.Scope.Culture; // a filter never faults in Liquid
        }
    }

    private static string Decode(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : "";
    }
}
