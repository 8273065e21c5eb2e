namespace Formio.Values;

/// <summary>JavaScript's comparison operators for JSON values.</summary>
internal static class Comparisons
{
    public static bool StrictlyEqual(DataValue left, DataValue right) => left.StrictEquals(right);

    public static bool LooselyEqual(DataValue left, DataValue right)
    {
        if (left.IsNullish || right.IsNullish) return left.IsNullish && right.IsNullish;
        if (left.Kind == right.Kind || (left.IsContainer && right.IsContainer)) return left.StrictEquals(right);
        if (left.IsBoolean) return LooselyEqual(JsText.ToNumber(left), right);
        if (right.IsBoolean) return LooselyEqual(left, JsText.ToNumber(right));
        if (left.IsContainer) return LooselyEqual(JsText.Of(left), right);
        if (right.IsContainer) return LooselyEqual(left, JsText.Of(right));
        return JsText.ToNumber(left) == JsText.ToNumber(right);
    }

    public static bool IsLess(DataValue left, DataValue right) => Compare(left, right) < 0;

    public static bool IsLessOrEqual(DataValue left, DataValue right) => Compare(left, right) <= 0;

    // Null when one side is no number: then every comparison is false.
    private static int? Compare(DataValue left, DataValue right)
    {
        if (left.IsContainer) left = JsText.Of(left);
        if (right.IsContainer) right = JsText.Of(right);
        if (left.AsString is { } leftText && right.AsString is { } rightText)
            return string.CompareOrdinal(leftText, rightText);
        var (a, b) = (JsText.ToNumber(left), JsText.ToNumber(right));
        return double.IsNaN(a) || double.IsNaN(b) ? null : a.CompareTo(b);
    }
}
