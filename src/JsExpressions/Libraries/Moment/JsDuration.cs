using JsExpressions.Values;

namespace JsExpressions.Libraries.Moment;

/// <summary>A duration: months, days and milliseconds apart, since their lengths in each other vary.</summary>
internal sealed class JsDuration : JsObject
{
    // 400 years have 146,097 days and 4,800 months.
    private const double DaysPerMonth = 146097.0 / 4800;

    public JsDuration(double months, double days, double milliseconds) : base(MomentLibrary.DurationPrototype)
    {
        Months = months;
        Days = days;
        Milliseconds = milliseconds;
    }

    public double Months { get; set; }

    public double Days { get; set; }

    public double Milliseconds { get; set; }

    public bool IsValid => !double.IsNaN(Months + Days + Milliseconds);

    public double ToMilliseconds() => Milliseconds + Days * 864e5 + Months % 12 * 2592e6 + Math.Truncate(Months / 12) * 31536e6;

    /// <summary>The whole in one unit.</summary>
    public double As(string unit)
    {
        if (unit is "year" or "month" or "quarter")
        {
            var months = Months + (Days + Milliseconds / 864e5) / DaysPerMonth;
            return unit == "month" ? months : unit == "quarter" ? months / 3 : months / 12;
        }
        var days = Days + Math.Round(Months * DaysPerMonth, MidpointRounding.AwayFromZero);
        return unit switch
        {
            "week" => days / 7 + Milliseconds / 6048e5,
            "day" => days + Milliseconds / 864e5,
            "hour" => days * 24 + Milliseconds / 36e5,
            "minute" => days * 1440 + Milliseconds / 6e4,
            "second" => days * 86400 + Milliseconds / 1000,
            _ => Math.Floor(days * 864e5) + Milliseconds,
        };
    }

    /// <summary>The parts as shown: overflowing days become months, thirty-odd hours a day, and so on.</summary>
    public (double Years, double Months, double Days, double Hours, double Minutes, double Seconds, double Milliseconds) Parts()
    {
        var (ms, days, months) = (Milliseconds, Days, Months);
        if (!((ms >= 0 && days >= 0 && months >= 0) || (ms <= 0 && days <= 0 && months <= 0)))
        {
            ms += Ceiling(months * DaysPerMonth + days) * 864e5;
            days = months = 0;
        }
        var seconds = Math.Floor(Math.Abs(ms) / 1000) * Math.Sign(ms);
        var minutes = Math.Truncate(seconds / 60);
        var hours = Math.Truncate(minutes / 60);
        days += Math.Truncate(hours / 24);
        var monthsFromDays = Math.Truncate(days / DaysPerMonth);
        months += monthsFromDays;
        days -= Ceiling(monthsFromDays * DaysPerMonth);
        return (Math.Truncate(months / 12) + 0.0, months % 12 + 0.0, days + 0.0, hours % 24 + 0.0, minutes % 60 + 0.0, seconds % 60 + 0.0, ms % 1000 + 0.0);
    }

    public JsDuration Copy() => new(Months, Days, Milliseconds);

    private static double Ceiling(double value) => value < 0 ? Math.Floor(value) : Math.Ceiling(value);
}
