using System.Buffers;
using System.Globalization;
using System.Numerics;

namespace JsExpressions.Values;

/// <summary>Number to text and back (ECMAScript 6.1.6.1.20 and 7.1.4.1).</summary>
internal static class NumberText
{
    private static readonly SearchValues<char> DecimalChars = SearchValues.Create("0123456789.eE+-");

    public static string Format(double number)
    {
        if (number == (int)number) return number is >= 0 and < 256 ? ArrayIndex.ToKey((int)number) : ((int)number).ToString(CultureInfo.InvariantCulture);
        if (double.IsNaN(number)) return "NaN";
        if (double.IsInfinity(number)) return number > 0 ? "Infinity" : "-Infinity";
        var (digits, exponent) = Digits(Math.Abs(number));
        var sign = number < 0 ? "-" : "";
        if (exponent is > -6 and <= 0) return sign + "0." + new string('0', -exponent) + digits;
        if (exponent is > 0 and <= 21)
        {
            return exponent >= digits.Length
                ? sign + digits + new string('0', exponent - digits.Length)
                : sign + digits[..exponent] + "." + digits[exponent..];
        }
        var power = exponent - 1;
        var mantissa = digits.Length == 1 ? digits : digits[..1] + "." + digits[1..];
        return $"{sign}{mantissa}e{(power < 0 ? "-" : "+")}{Math.Abs(power).ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>The shortest digits that read back as the number, and n with number = 0.digits x 10^n.</summary>
    public static (string Digits, int Exponent) Digits(double positive)
    {
        return Split(positive.ToString("R", CultureInfo.InvariantCulture));
    }

    /// <summary>Reads .NET's plain or scientific notation.</summary>
    public static (string Digits, int Exponent) Split(string text)
    {
        var e = text.IndexOf('E');
        var power = e < 0 ? 0 : int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = e < 0 ? text : text[..e];
        var point = mantissa.IndexOf('.');
        var whole = point < 0 ? mantissa : mantissa[..point];
        var digits = point < 0 ? mantissa : string.Concat(whole, mantissa.AsSpan(point + 1));
        var leading = digits.Length - digits.TrimStart('0').Length;
        digits = digits[leading..].TrimEnd('0');
        return (digits.Length == 0 ? "0" : digits, whole.Length - leading + power);
    }

    public static double Parse(string text)
    {
        var span = TrimWhite(text);
        if (span.IsEmpty) return 0;
        if (span.Length > 2 && span[0] == '0')
        {
            var radix = char.ToLowerInvariant(span[1]) switch { 'x' => 16, 'o' => 8, 'b' => 2, _ => 0 };
            if (radix != 0) return ParseDigits(span[2..], radix);
        }
        return ParseDecimal(span);
    }

    public static ReadOnlySpan<char> TrimWhite(string text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && IsWhite(text[start])) start++;
        while (end > start && IsWhite(text[end - 1])) end--;
        return text.AsSpan(start, end - start);
    }

    public static bool IsWhite(char c) =>
        c is ' ' or (>= '\t' and <= '\r') or '\u00A0' or '\uFEFF' or '\u2028' or '\u2029'
        || (c > 127 && char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator);

    public static double ParseDecimal(ReadOnlySpan<char> span)
    {
        var unsigned = span.TrimStart("+-");
        if (span.Length - unsigned.Length > 1) return double.NaN;
        if (unsigned is "Infinity") return span[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
        if (unsigned.IsEmpty || unsigned.IndexOfAnyExcept(DecimalChars) >= 0) return double.NaN;
        return double.TryParse(span, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            ? number
            : double.NaN;
    }

    /// <summary>Digits of a radix, exactly rounded; NaN when one is not a digit.</summary>
    public static double ParseDigits(ReadOnlySpan<char> digits, int radix)
    {
        if (digits.IsEmpty) return double.NaN;
        double quick = 0;
        foreach (var c in digits)
        {
            var digit = DigitOf(c);
            if (digit < 0 || digit >= radix) return double.NaN;
            quick = quick * radix + digit;
        }
        if (quick <= 9007199254740992) return quick;
        if (digits.Length > 2000) return double.PositiveInfinity;
        BigInteger exact = 0;
        foreach (var c in digits) exact = exact * radix + DigitOf(c);
        return radix == 10 ? double.Parse(digits, CultureInfo.InvariantCulture) : Round(exact);
    }

    public static int DigitOf(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'z' => c - 'a' + 10,
        >= 'A' and <= 'Z' => c - 'A' + 10,
        _ => -1,
    };

    // BigInteger's own conversion truncates; the text round trip rounds to even.
    private static double Round(BigInteger exact) => double.Parse(exact.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
