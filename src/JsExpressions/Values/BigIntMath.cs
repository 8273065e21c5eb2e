using System.Globalization;
using System.Numerics;
using JsExpressions.Evaluation;

namespace JsExpressions.Values;

/// <summary>Arithmetic of BigInts. Work is charged before it is done, since one step may be as long as its operands.</summary>
internal static class BigIntMath
{
    /// <summary>Longer results are refused as V8 refuses them, at a smaller size.</summary>
    public const int MaxBits = 1 << 20;

    private const int BitsPerWord = 32;
    private const int WordsPerStep = 32;

    public static JsValue Apply(JsRun run, Arithmetic operation, BigInteger a, BigInteger b)
    {
        switch (operation)
        {
            case Arithmetic.Subtract: return Result(run, a - b);
            case Arithmetic.Multiply:
                Check(run, Bits(a) + Bits(b) - 1);
                ChargeProduct(run, a, b);
                return Result(run, a * b);
            case Arithmetic.Divide or Arithmetic.Remainder:
                if (b.IsZero) throw JsErrors.Range(run, "Division by zero");
                ChargeProduct(run, a, b);
                return Result(run, operation == Arithmetic.Divide ? BigInteger.Divide(a, b) : BigInteger.Remainder(a, b));
            case Arithmetic.Power: return Power(run, a, b);
            case Arithmetic.And: return Result(run, a & b);
            case Arithmetic.Or: return Result(run, a | b);
            case Arithmetic.Xor: return Result(run, a ^ b);
            case Arithmetic.ShiftLeft: return Shift(run, a, b);
            case Arithmetic.ShiftRight: return Shift(run, a, -b);
            default: throw JsErrors.Type(run, "BigInts have no unsigned right shift, use >> instead");
        }
    }

    public static JsValue Add(JsRun run, BigInteger a, BigInteger b) => Result(run, a + b);

    public static JsValue Result(JsRun run, BigInteger value)
    {
        var bits = Bits(value);
        Check(run, bits);
        run.Budget.Chars(8 + bits / 16);
        run.Budget.Steps(1 + bits / (BitsPerWord * WordsPerStep));
        return new JsBigInt(value).Value;
    }

    /// <summary>The digits in a radix; lower case.</summary>
    public static string ToText(JsRun run, BigInteger value, int radix = 10)
    {
        ChargeProduct(run, value, value);
        run.Budget.Text(2 + Bits(value) / (int)Math.Log2(radix));
        if (radix == 10) return value.ToString(CultureInfo.InvariantCulture);
        if (value.IsZero) return "0";
        var digits = new List<char>();
        for (var rest = BigInteger.Abs(value); !rest.IsZero; rest /= radix)
        {
            run.Budget.Steps(1 + Bits(rest) / (BitsPerWord * WordsPerStep));
            digits.Add("0123456789abcdefghijklmnopqrstuvwxyz"[(int)(rest % radix)]);
        }
        if (value.Sign < 0) digits.Add('-');
        digits.Reverse();
        return new string([.. digits]);
    }

    /// <summary>StringToBigInt: decimal with sign, or 0x, 0o, 0b without; null when the text is none.</summary>
    public static BigInteger? Parse(JsRun? run, string text)
    {
        var span = NumberText.TrimWhite(text);
        run?.Budget.Steps(span.Length + (long)span.Length * span.Length / 4096);
        if (run is not null) Check(run, span.Length * 3L);
        if (span.Length == 0) return BigInteger.Zero;
        var radix = span.Length > 2 && span[0] == '0' ? char.ToLowerInvariant(span[1]) switch { 'x' => 16, 'o' => 8, 'b' => 2, _ => 10 } : 10;
        if (radix != 10) return ParseDigits(span[2..], radix);
        var digits = span[0] is '-' or '+' ? span[1..] : span;
        if (digits.Length == 0 || digits.ContainsAnyExceptInRange('0', '9')) return null;
        return BigInteger.Parse(span, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    public static int Compare(BigInteger a, double b)
    {
        if (double.IsPositiveInfinity(b)) return -1;
        if (double.IsNegativeInfinity(b)) return 1;
        var whole = new BigInteger(Math.Floor(b));
        var order = a.CompareTo(whole);
        return order == 0 && b != Math.Floor(b) ? -1 : order;
    }

    public static JsException Mixed(JsRun run) => JsErrors.Type(run, "Cannot mix BigInt and other types, use explicit conversions");

    private static BigInteger? ParseDigits(ReadOnlySpan<char> digits, int radix)
    {
        var value = BigInteger.Zero;
        foreach (var c in digits)
        {
            if (NumberText.DigitOf(c) is var digit && (digit < 0 || digit >= radix)) return null;
            value = value * radix + digit;
        }
        return value;
    }

    private static JsValue Power(JsRun run, BigInteger a, BigInteger b)
    {
        if (b.Sign < 0) throw JsErrors.Range(run, "Exponent must be non-negative");
        if (b.IsZero) return Result(run, BigInteger.One);
        if (a.IsZero || a.IsOne) return Result(run, a);
        if (a == BigInteger.MinusOne) return Result(run, b.IsEven ? BigInteger.One : a);
        if (b > MaxBits || (Bits(a) - 1) * (long)b > MaxBits) throw TooLong(run);
        var words = (Bits(a) * (long)b + BitsPerWord) / BitsPerWord;
        run.Budget.Steps(words * words / WordsPerStep);
        return Result(run, BigInteger.Pow(a, (int)b));
    }

    private static JsValue Shift(JsRun run, BigInteger a, BigInteger by)
    {
        if (by.Sign > 0)
        {
            if (a.IsZero) return Result(run, a);
            if (by > MaxBits) throw TooLong(run);
            Check(run, Bits(a) + (long)by);
            return Result(run, a << (int)by);
        }
        return Result(run, by < -MaxBits ? (a.Sign < 0 ? BigInteger.MinusOne : BigInteger.Zero) : a >> (int)-by);
    }

    private static long Bits(BigInteger value) => value.GetBitLength() + 1;

    private static void ChargeProduct(JsRun run, BigInteger a, BigInteger b) =>
        run.Budget.Steps(Bits(a) / BitsPerWord * (Bits(b) / BitsPerWord) / WordsPerStep);

    private static void Check(JsRun run, long bits)
    {
        if (bits > MaxBits) throw TooLong(run);
    }

    private static JsException TooLong(JsRun run) => JsErrors.Range(run, "Maximum BigInt size exceeded");
}
