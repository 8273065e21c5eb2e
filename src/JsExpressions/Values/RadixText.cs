namespace JsExpressions.Values;

/// <summary>Number to text in a radix other than ten, digit for digit as V8 (DoubleToRadixCString).</summary>
internal static class RadixText
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const int Room = 1100;

    public static string Format(double value, int radix)
    {
        Span<char> buffer = stackalloc char[2 * Room];
        var whole = Room;
        var end = whole;
        var negative = value < 0;
        if (negative) value = -value;
        var integer = Math.Floor(value);
        var fraction = value - integer;
        var delta = Math.Max(0.5 * (Math.BitIncrement(value) - value), double.Epsilon);
        if (fraction >= delta)
        {
            buffer[end++] = '.';
            do
            {
                fraction *= radix;
                delta *= radix;
                var digit = (int)fraction;
                buffer[end++] = Digits[digit];
                fraction -= digit;
                if ((fraction > 0.5 || (fraction == 0.5 && (digit & 1) != 0)) && fraction + delta > 1)
                {
                    if (CarryInto(buffer, whole, ref end, radix)) integer += 1;
                    break;
                }
            }
            while (fraction >= delta);
        }
        while (BitConverter.DoubleToInt64Bits(integer) >> 52 >= 0x3FF + 53)
        {
            integer /= radix;
            buffer[--whole] = '0';
        }
        do
        {
            var remainder = integer % radix;
            buffer[--whole] = Digits[(int)remainder];
            integer = (integer - remainder) / radix;
        }
        while (integer > 0);
        if (negative) buffer[--whole] = '-';
        return buffer[whole..end].ToString();
    }

    /// <summary>Rounds the last digit up; true when the carry reaches the whole part.</summary>
    private static bool CarryInto(Span<char> buffer, int point, ref int end, int radix)
    {
        while (true)
        {
            end--;
            if (end == point) return true;
            var c = buffer[end];
            var digit = c > '9' ? c - 'a' + 10 : c - '0';
            if (digit + 1 >= radix) continue;
            buffer[end++] = Digits[digit + 1];
            return false;
        }
    }
}
