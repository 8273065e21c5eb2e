using System.Globalization;
using System.Text;

namespace JsExpressions.Patterns;

/// <summary>A set of code points as sorted ranges, written as a .NET character class.</summary>
internal sealed class CodePointSet
{
    public const int Max = 0x10FFFF;

    public static readonly CodePointSet Digits = new([('0', '9')]);
    public static readonly CodePointSet Word = new([('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')]);
    public static readonly CodePointSet White = new(
    [
        (9, 13), (32, 32), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029), (0x202F, 0x202F),
        (0x205F, 0x205F), (0x3000, 0x3000), (0xFEFF, 0xFEFF),
    ]);
    public static readonly CodePointSet Newlines = new([(10, 10), (13, 13), (0x2028, 0x2029)]);

    private readonly List<(int From, int To)> _ranges;

    public CodePointSet() : this([]) { }

    public CodePointSet(IEnumerable<(int From, int To)> ranges) => _ranges = [.. ranges];

    public void Add(int from, int to) => _ranges.Add((from, to));

    public void Add(CodePointSet other) => _ranges.AddRange(other._ranges);

    public CodePointSet Complement()
    {
        var result = new CodePointSet();
        var next = 0;
        foreach (var (from, to) in Normal())
        {
            if (from > next) result.Add(next, from - 1);
            next = to + 1;
        }
        if (next <= Max) result.Add(next, Max);
        return result;
    }

    /// <summary>With both cases of every letter, for sets whose complement is taken.</summary>
    public CodePointSet WithBothCases()
    {
        var result = new CodePointSet(_ranges);
        foreach (var (from, to) in Normal())
        {
            for (var c = from; c <= to && c <= 0xFFFF && to - from < 3000; c++)
            {
                var (upper, lower) = (char.ToUpperInvariant((char)c), char.ToLowerInvariant((char)c));
                if (upper != c) result.Add(upper, upper);
                if (lower != c) result.Add(lower, lower);
            }
        }
        return result;
    }

    /// <summary>One unit of UTF-16; code points beyond match nothing.</summary>
    public string ToUnits()
    {
        var text = new StringBuilder();
        foreach (var (from, to) in Normal())
            if (from <= 0xFFFF) Append(text, from, Math.Min(to, 0xFFFF));
        return text.Length == 0 ? "(?!)" : $"[{text}]";
    }

    /// <summary>One code point: a unit, a surrogate pair, or a surrogate that is alone.</summary>
    public string ToCodePoints()
    {
        var alternatives = new List<string>();
        var plain = new StringBuilder();
        var high = new StringBuilder();
        var low = new StringBuilder();
        foreach (var (from, to) in Normal())
        {
            foreach (var (first, last, target) in (ReadOnlySpan<(int, int, StringBuilder)>)[
                (0, 0xD7FF, plain), (0xD800, 0xDBFF, high), (0xDC00, 0xDFFF, low), (0xE000, 0xFFFF, plain)])
            {
                if (from <= last && to >= first) Append(target, Math.Max(from, first), Math.Min(to, last));
            }
            if (to > 0xFFFF) AppendPairs(alternatives, Math.Max(from, 0x10000), to);
        }
        if (plain.Length > 0) alternatives.Insert(0, $"[{plain}]");
        if (high.Length > 0) alternatives.Add($"[{high}](?![\\uDC00-\\uDFFF])");
        if (low.Length > 0) alternatives.Add($"(?<![\\uD800-\\uDBFF])[{low}]");
        return alternatives.Count == 0 ? "(?!)" : alternatives.Count == 1 && plain.Length > 0 ? alternatives[0] : $"(?:{string.Join('|', alternatives)})";
    }

    public static string Unit(int c) => "\\u" + c.ToString("X4", CultureInfo.InvariantCulture);

    private static void Append(StringBuilder text, int from, int to)
    {
        text.Append(Unit(from));
        if (to > from) text.Append('-').Append(Unit(to));
    }

    private static void AppendPairs(List<string> alternatives, int from, int to)
    {
        int High(int c) => 0xD800 + ((c - 0x10000) >> 10);
        int Low(int c) => 0xDC00 + ((c - 0x10000) & 0x3FF);
        var (firstHigh, lastHigh) = (High(from), High(to));
        if (firstHigh == lastHigh)
        {
            alternatives.Add($"{Unit(firstHigh)}[{Unit(Low(from))}-{Unit(Low(to))}]");
            return;
        }
        if (Low(from) != 0xDC00) alternatives.Add($"{Unit(firstHigh++)}[{Unit(Low(from))}-\\uDFFF]");
        if (Low(to) != 0xDFFF) alternatives.Add($"{Unit(lastHigh--)}[\\uDC00-{Unit(Low(to))}]");
        if (firstHigh <= lastHigh) alternatives.Add($"[{Unit(firstHigh)}-{Unit(lastHigh)}][\\uDC00-\\uDFFF]");
    }

    private List<(int From, int To)> Normal()
    {
        var result = new List<(int From, int To)>();
        foreach (var range in _ranges.Order())
        {
            if (result.Count > 0 && range.From <= result[^1].To + 1) result[^1] = (result[^1].From, Math.Max(result[^1].To, range.To));
            else result.Add(range);
        }
        return result;
    }
}
