using System.Globalization;
using System.Text;

namespace Formio.Values;

/// <summary>ECMAScript's value → text and text → number conversions.</summary>
internal static class JsText
{
    // ECMAScript WhiteSpace and LineTerminator; char.IsWhiteSpace differs in U+0085 and U+FEFF.
    private const string Blanks =
        "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";

    private static readonly char[] BlankCharacters = Blanks.ToCharArray();

    public static bool IsBlank(char c) => c <= ' ' ? c is ' ' or (>= '\t' and <= '\r') : c >= '\u00a0' && Blanks.Contains(c);

    public static string Trim(string text) => text.Trim(BlankCharacters);

    public static string Of(DataValue value) => value.Kind switch
    {
        DataKind.Undefined => "undefined",
        DataKind.Null => "null",
        DataKind.Boolean => value.IsTrue ? "true" : "false",
        DataKind.Number => Of(value.AsNumber),
        DataKind.String => value.AsString!, // the kind says so
        DataKind.Object => "[object Object]",
        _ => Join(value.AsArray!, ","), // the kind says so
    };

    /// <summary>Array.prototype.join: null and undefined elements are empty.</summary>
    public static string Join(DataArray array, string separator)
    {
        var text = new StringBuilder();
        for (var i = 0; i < array.Count; i++)
        {
            if (i > 0) text.Append(separator);
            if (!array[i].IsNullish) text.Append(Of(array[i]));
        }

        return text.ToString();
    }

    /// <summary>lodash's text of a value: as JavaScript's, but null within lists is written out and minus zero keeps its sign.</summary>
    public static string OfLodash(DataValue value)
    {
        if (value.IsNumber && value.AsNumber == 0 && double.IsNegative(value.AsNumber)) return "-0";
        return value.AsArray is { } items ? string.Join(',', items.Items.Select(OfLodash)) : Of(value);
    }

    public static string Of(double number)
    {
        if (double.IsNaN(number)) return "NaN";
        if (double.IsInfinity(number)) return number > 0 ? "Infinity" : "-Infinity";
        if (number == 0) return "0";
        if (Math.Abs(number) < 1e15 && number == Math.Floor(number))
            return ((long)number).ToString(CultureInfo.InvariantCulture);
        return Shortest(number);
    }

    /// <summary>Number(value).</summary>
    public static double ToNumber(DataValue value) => value.Kind switch
    {
        DataKind.Undefined => double.NaN,
        DataKind.Null => 0,
        DataKind.Boolean => value.IsTrue ? 1 : 0,
        DataKind.Number => value.AsNumber,
        DataKind.String => ToNumber(value.AsString!), // the kind says so
        DataKind.Object => double.NaN,
        _ => ToNumber(Of(value)),
    };

    public static double ToNumber(string text)
    {
        var trimmed = text.AsSpan().Trim(BlankCharacters);
        if (trimmed.IsEmpty) return 0;
        if (trimmed.Length > 2 && trimmed[0] == '0')
        {
            var radix = char.ToLowerInvariant(trimmed[1]) switch { 'x' => 16, 'o' => 8, 'b' => 2, _ => 0 };
            if (radix != 0) return Radix(trimmed[2..], radix);
        }

        var (number, length) = DecimalPrefix(trimmed);
        return length == trimmed.Length ? number : double.NaN;
    }

    /// <summary>The global parseFloat.</summary>
    public static double ParseFloat(DataValue value) =>
        value.IsNumber ? value.AsNumber : DecimalPrefix(Of(value).AsSpan().TrimStart(BlankCharacters)).Number;

    /// <summary>The global parseInt with radix 10.</summary>
    public static double ParseInt(DataValue value)
    {
        var text = Of(value).AsSpan().TrimStart(BlankCharacters);
        var end = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        var start = end;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end == start
            ? double.NaN
            : double.Parse(text[..end], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    private static (double Number, int Length) DecimalPrefix(ReadOnlySpan<char> text)
    {
        var at = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        if (text[at..].StartsWith("Infinity", StringComparison.Ordinal))
            return (text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity, at + 8);
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        var digits = at - start;
        if (at < text.Length && text[at] == '.')
        {
            var fraction = at + 1;
            while (fraction < text.Length && char.IsAsciiDigit(text[fraction])) fraction++;
            digits += fraction - at - 1;
            if (digits > 0) at = fraction;
        }

        if (digits == 0) return (double.NaN, 0);
        if (at < text.Length && text[at] is 'e' or 'E')
        {
            var exponent = at + 1;
            if (exponent < text.Length && text[exponent] is '+' or '-') exponent++;
            var first = exponent;
            while (exponent < text.Length && char.IsAsciiDigit(text[exponent])) exponent++;
            if (exponent > first) at = exponent;
        }

        return (double.Parse(text[..at], NumberStyles.Float, CultureInfo.InvariantCulture), at);
    }

    private static double Radix(ReadOnlySpan<char> digits, int radix)
    {
        double number = 0;
        foreach (var c in digits)
        {
            var digit = char.IsAsciiHexDigit(c) ? Convert.ToInt32(c.ToString(), 16) : 99;
            if (digit >= radix) return double.NaN;
            number = (number * radix) + digit;
        }

        return number;
    }

    private static string Shortest(double number)
    {
        var round = number.ToString("R", CultureInfo.InvariantCulture);
        var negative = round[0] == '-';
        var body = negative ? round[1..] : round;
        var e = body.IndexOf('E', StringComparison.Ordinal);
        var mantissa = e < 0 ? body : body[..e];
        var exponent = e < 0 ? 0 : int.Parse(body.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var dot = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        var point = (dot < 0 ? mantissa.Length : dot) + exponent;
        var leading = digits.Length - digits.TrimStart('0').Length;
        digits = digits[leading..].TrimEnd('0');
        point -= leading;
        var text = point switch
        {
            > 21 or <= -6 => Scientific(digits, point - 1),
            <= 0 => "0." + new string('0', -point) + digits,
            _ when point >= digits.Length => digits + new string('0', point - digits.Length),
            _ => digits[..point] + "." + digits[point..],
        };
        return negative ? "-" + text : text;
    }

    private static string Scientific(string digits, int exponent) =>
        (digits.Length == 1 ? digits : digits[..1] + "." + digits[1..])
        + (exponent < 0 ? "e-" : "e+") + Math.Abs(exponent).ToString(CultureInfo.InvariantCulture);
}
