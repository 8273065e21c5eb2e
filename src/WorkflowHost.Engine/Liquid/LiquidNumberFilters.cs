namespace WorkflowHost.Engine.Liquid;

/// <summary>Filters on numbers; a text that is none counts as 0, and what no decimal can hold as null.</summary>
internal static class LiquidNumberFilters
{
    public static IReadOnlyDictionary<string, Func<object?, LiquidArguments, object?>> All { get; } =
        new Dictionary<string, Func<object?, LiquidArguments, object?>>
        {
            ["plus"] = Of((a, b) => a + b),
            ["minus"] = Of((a, b) => a - b),
            ["times"] = Of((a, b) => a * b),
            ["divided_by"] = Of(Divide),
            ["modulo"] = Of((a, b) => b == 0 ? null : a % b),
            ["at_least"] = Of((a, b) => Math.Max(a, b)),
            ["at_most"] = Of((a, b) => Math.Min(a, b)),
            ["abs"] = Of((a, _) => Math.Abs(a)),
            ["ceil"] = Of((a, _) => decimal.Ceiling(a)),
            ["floor"] = Of((a, _) => decimal.Floor(a)),
            ["round"] = Of((a, digits) => Math.Round(a, (int)Math.Clamp(digits, 0, 28), MidpointRounding.AwayFromZero)),
        };

    private static Func<object?, LiquidArguments, object?> Of(Func<decimal, decimal, decimal?> compute) => (input, with) =>
    {
        try
        {
            return compute(LiquidValues.ToNumber(input), LiquidValues.ToNumber(with[0]));
        }
        catch (OverflowException)
        {
            return null; // filters never fault
        }
    };

    /// <summary>Two whole numbers divide to a whole number: 5 by 2 is 2, by 2.0 it is 2.5.</summary>
    private static decimal? Divide(decimal a, decimal b) =>
        b == 0 ? null : a.Scale == 0 && b.Scale == 0 ? decimal.Floor(a / b) : a / b;
}
