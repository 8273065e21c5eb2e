namespace JsExpressions;

/// <summary>A Date.</summary>
public sealed class JsDate : JsObject
{
    /// <summary>A date of this time value: milliseconds since 1970-01-01 UTC, NaN for an invalid date.</summary>
    public JsDate(double time) : base(BuiltIns.Intrinsics.DatePrototype) => Time = Clip(time);

    /// <summary>A date of this instant, cut to milliseconds.</summary>
    public JsDate(DateTimeOffset instant) : this(instant.ToUnixTimeMilliseconds()) { }

    /// <inheritdoc/>
    public override string ClassName => "Date";

    /// <summary>Milliseconds since 1970-01-01 UTC, whole; NaN when invalid.</summary>
    public double Time { get; internal set; }

    /// <summary>The instant in UTC; null when invalid or outside .NET's years 1 to 9999.</summary>
    public DateTimeOffset? Instant =>
        Time is >= -62135596800000 and <= 253402300799999 ? DateTimeOffset.FromUnixTimeMilliseconds((long)Time) : null;

    internal static double Clip(double time) =>
        !double.IsFinite(time) || Math.Abs(time) > 8.64e15 ? double.NaN : Math.Truncate(time) + 0.0;
}
