using System.Globalization;
using System.Numerics;

namespace JsExpressions.Values;

/// <summary>Decimal digits of a double's exact binary value, as toFixed and toPrecision round.</summary>
internal static class ExactDecimal
{
    /// <summary>The number times 10^digits, rounded half up, and whether it was exact.</summary>
    public static (BigInteger Whole, bool Exact) Scaled(double positive, int digits)
    {
        var (mantissa, exponent) = Split(positive);
        var numerator = digits >= 0 ? mantissa * BigInteger.Pow(10, digits) : mantissa;
        var denominator = digits >= 0 ? BigInteger.One : BigInteger.Pow(10, -digits);
        if (exponent >= 0) numerator <<= exponent;
        else denominator <<= -exponent;
        var whole = BigInteger.DivRem(numerator, denominator, out var rest);
        if (rest * 2 >= denominator) whole += 1;
        return (whole, rest.IsZero);
    }

    /// <summary>So many significant digits and the power of ten of the first.</summary>
    public static (string Digits, int Exponent) Significant(double positive, int count)
    {
        if (positive == 0) return (new string('0', count), 0);
        var exponent = (int)Math.Floor(Math.Log10(positive));
        while (true)
        {
            var digits = Scaled(positive, count - 1 - exponent).Whole.ToString(CultureInfo.InvariantCulture);
            if (digits.Length == count) return (digits, exponent);
            // The logarithm was off by one, or rounding carried into a new digit.
            exponent += digits.Length > count ? 1 : -1;
        }
    }

    private static (BigInteger Mantissa, int Exponent) Split(double positive)
    {
        var bits = BitConverter.DoubleToInt64Bits(positive);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var mantissa = bits & 0xFFFFFFFFFFFFF;
        return exponent == 0 ? (mantissa, -1074) : (mantissa | 0x10000000000000, exponent - 1075);
    }
}
