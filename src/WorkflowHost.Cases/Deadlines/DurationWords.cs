using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace WorkflowHost.Cases.Deadlines;

/// <summary>Durations as people write them: <c>4 h</c>, <c>1 d 12 h</c>, <c>90 min</c>; words may be spelt out (<c>2 días</c>).</summary>
public static partial class DurationWords
{
    private static readonly (string Unit, TimeSpan Length)[] Units =
    [
        ("d", TimeSpan.FromDays(1)), ("h", TimeSpan.FromHours(1)), ("min", TimeSpan.FromMinutes(1)), ("s", TimeSpan.FromSeconds(1)),
    ];

    /// <summary>Also reads what <see cref="DurationText"/> reads; false when it is neither.</summary>
    public static bool TryRead(string text, out TimeSpan span)
    {
        span = TimeSpan.Zero;
        var match = Shape().Match(text);
        if (!match.Success)
            return DurationText.TryRead(text.Trim(), out span);
        for (var i = 0; i < match.Groups["n"].Captures.Count; i++)
        {
            var number = double.Parse(match.Groups["n"].Captures[i].Value.Replace(',', '.'), CultureInfo.InvariantCulture);
            span += Length(match.Groups["u"].Captures[i].Value) * number;
        }

        return true;
    }

    /// <summary>Shortest form: <c>1 d 12 h</c>. Never negative.</summary>
    public static string Write(TimeSpan span)
    {
        var text = new StringBuilder();
        var left = span.Duration();
        foreach (var (unit, length) in Units)
        {
            var count = (long)(left / length);
            if (count == 0)
                continue;
            left -= length * count;
            text.Append(text.Length > 0 ? " " : "").Append(CultureInfo.InvariantCulture, $"{count} {unit}");
        }

        return text.Length > 0 ? text.ToString() : "0 min";
    }

    // French days are "jours", Haitian ones "jou".
    private static TimeSpan Length(string unit) => char.ToLowerInvariant(unit[0]) switch
    {
        'd' or 'j' => TimeSpan.FromDays(1),
        'h' => TimeSpan.FromHours(1),
        'm' => TimeSpan.FromMinutes(1),
        _ => TimeSpan.FromSeconds(1),
    };

    [GeneratedRegex(@"^\s*(?:(?<n>\d{1,6}(?:[.,]\d{1,3})?)\s*(?<u>d|j|h|m|s|d[ií]as?|days?|jours?|jou|horas?|hours?|heures?|min|mins|minut[oea]?s?|seg|sec|segundos?|seconds?|secondes?|dias)\.?\s*)+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
