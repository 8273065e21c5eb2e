using JsExpressions.BuiltIns;
using JsExpressions.Values;

namespace JsExpressions.Libraries.Moment;

/// <summary>A moment: an instant seen in local time, in UTC or at a fixed offset. Changes in place, as moment.js does.</summary>
internal sealed class JsMoment : JsObject
{
    public JsMoment(double time, bool isUtc = false, double? offset = null) : base(MomentLibrary.Prototype)
    {
        Time = JsDate.Clip(time);
        IsUtc = isUtc || offset is not null;
        FixedOffset = offset ?? 0;
    }

    /// <summary>Milliseconds since 1970, NaN when invalid.</summary>
    public double Time { get; set; }

    /// <summary>Shown at <see cref="FixedOffset"/> instead of the run's zone.</summary>
    public bool IsUtc { get; set; }

    /// <summary>Minutes east of UTC.</summary>
    public double FixedOffset { get; set; }

    public bool IsValid => !double.IsNaN(Time);

    public JsMoment Copy() => new(Time, IsUtc, IsUtc ? FixedOffset : null);

    /// <summary>Minutes east of UTC at this instant.</summary>
    public double Offset(JsRun run) => IsUtc ? FixedOffset : LocalTime.Offset(run.Zone, Time) / 60000;

    /// <summary>The clock on the wall, as milliseconds.</summary>
    public double Local(JsRun run) => Time + Offset(run) * 60000;

    public void SetLocal(JsRun run, double local) =>
        Time = JsDate.Clip(IsUtc ? local - FixedOffset * 60000 : LocalTime.ToUtc(run.Zone, local));
}
