using JsExpressions.BuiltIns;
using JsExpressions.Values;

namespace JsExpressions.Libraries.Moment;

/// <summary>The global <c>moment</c>: moment.js 2.29 with its English locale and without zone data, as forms use it.</summary>
internal static class MomentLibrary
{
    public static readonly JsObject Prototype = new();
    public static readonly JsObject DurationPrototype = new();

    // The value a format may be instead of a text; never seen by another name.
    private static readonly NativeFunction Iso8601 = new("ISO_8601", 0, (_, _, _) => JsValue.Undefined);

    public static JsObject Make()
    {
        MomentReading.Install(Prototype);
        MomentChanging.Install(Prototype);
        MomentComparing.Install(Prototype);
        MomentWriting.Install(Prototype);
        DurationBuiltIns.Install(DurationPrototype);
        var moment = new NativeFunction("moment", 0, (run, _, args) => Create(run, args, utc: false));
        moment.DefineOwn("fn", Prototype.FromThis(), Attributes.Hidden);
        moment.DefineOwn("ISO_8601", Iso8601.FromThis(), Attributes.Hidden);
        moment
            .Function("utc", 0, (run, _, args) => Create(run, args, utc: true))
            .Function("parseZone", 0, (run, _, args) =>
            {
                var created = Create(run, args, utc: true);
                if (args.At(0).IsString && !args.At(1).IsString && MomentIso.Parse(run, args.At(0).AsString, utc: true).Offset is { } offset) created.FixedOffset = offset;
                return created;
            })
            .Function("unix", 1, (run, _, args) => New(run, Coercion.ToNumber(run, args.At(0)) * 1000))
            .Function("invalid", 0, (run, _, _) => New(run, double.NaN))
            .Function("now", 0, (run, _, _) => DateBuiltIns.Now(run))
            .Function("isMoment", 1, (_, _, args) => args.At(0).Ref is JsMoment)
            .Function("isDate", 1, (_, _, args) => args.At(0).Ref is JsDate)
            .Function("isDuration", 1, (_, _, args) => args.At(0).Ref is JsDuration)
            .Function("duration", 2, (run, _, args) => DurationParsing.Of(run, args.At(0), args.At(1)))
            .Function("min", 0, (run, _, args) => Extreme(run, args, largest: false))
            .Function("max", 0, (run, _, args) => Extreme(run, args, largest: true))
            .Function("locale", 1, (_, _, _) => "en")
            .Function("months", 0, (run, _, args) => Names(run, MomentFormat.Months, 0, args))
            .Function("monthsShort", 0, (run, _, args) => Names(run, MomentFormat.Months, 3, args))
            .Function("weekdays", 0, (run, _, args) => Names(run, MomentFormat.Days, 0, args))
            .Function("weekdaysShort", 0, (run, _, args) => Names(run, MomentFormat.Days, 3, args))
            .Function("weekdaysMin", 0, (run, _, args) => Names(run, MomentFormat.Days, 2, args))
            .Function("normalizeUnits", 1, (run, _, args) => Units.Normalize(run, args.At(0)) is { } unit ? unit : JsValue.Undefined);
        Builder.Share(Prototype);
        Builder.Share(DurationPrototype);
        return moment;
    }

    public static JsMoment New(JsRun run, double time, bool utc = false)
    {
        run.Budget.Object();
        return new JsMoment(time, utc);
    }

    public static JsMoment This(JsRun run, JsValue self) =>
        self.Ref as JsMoment ?? throw JsErrors.Type(run, "The method was called on a value that is not a moment");

    /// <summary>Whatever moment() takes, as a moment.</summary>
    public static JsMoment Of(JsRun run, JsValue value) => value.Ref as JsMoment ?? Create(run, [value], utc: false);

    public static JsMoment Create(JsRun run, ReadOnlySpan<JsValue> args, bool utc)
    {
        var (input, format) = (args.At(0), args.At(1));
        run.Budget.Object();
        if (input.IsUndefined && args.Length < 2) return new JsMoment(DateBuiltIns.Now(run), utc);
        if (input.Ref is JsMoment known)
        {
            var copy = known.Copy();
            if (utc) (copy.IsUtc, copy.FixedOffset) = (true, 0);
            return copy;
        }
        if (input.Ref is JsDate date) return new JsMoment(date.Time, utc);
        if (!format.IsNullish && !format.IsBoolean && (input.IsString || input.IsNumber)) return ByFormat(run, Coercion.ToText(run, input), args, utc);
        if (input.IsNumber) return new JsMoment(input.Num, utc);
        if (input.IsString) return new JsMoment(MomentIso.Parse(run, input.AsString, utc).Time, utc);
        if (input.Ref is JsArray list)
        {
            var fields = Enumerable.Range(0, 7).Select(i => list[i].IsUndefined ? double.NaN : Coercion.ToNumber(run, list[i])).ToArray();
            // What is given must be a number; what is missing is filled in.
            if (fields.Where((field, i) => double.IsNaN(field) && !list[i].IsUndefined).Any()) return new JsMoment(double.NaN, utc);
            return FromFields(run, fields, utc);
        }
        return input.ObjectOrNull is { } units ? FromObject(run, units, utc) : new JsMoment(double.NaN, utc);
    }

    private static JsMoment ByFormat(JsRun run, string text, ReadOnlySpan<JsValue> args, bool utc)
    {
        var format = args[1];
        var strict = args[^1] is { IsBoolean: true, AsBoolean: true };
        if (ReferenceEquals(format.Ref, Iso8601)) return new JsMoment(MomentIso.Parse(run, text, utc, isoOnly: true).Time, utc);
        if (format.Ref is not JsArray formats) return new JsMoment(MomentParsing.Parse(run, text, Coercion.ToText(run, format), strict, utc).Time, utc);
        MomentParsing? best = null;
        foreach (var item in formats.Items.ToArray())
        {
            var candidate = MomentParsing.Parse(run, text, Coercion.ToText(run, item), strict, utc);
            if (!double.IsNaN(candidate.Time) && (best is null || candidate.Score < best.Score)) best = candidate;
        }
        return new JsMoment(best?.Time ?? double.NaN, utc);
    }

    private static JsMoment FromObject(JsRun run, JsObject source, bool utc)
    {
        var fields = new double[7];
        Array.Fill(fields, double.NaN);
        string[] names = ["year", "month", "date", "hour", "minute", "second", "millisecond"];
        foreach (var key in source.Keys)
        {
            var unit = Units.Normalize(run, key) is "day" ? "date" : Units.Normalize(run, key);
            if (Array.IndexOf(names, unit) is >= 0 and var index) fields[index] = Coercion.ToNumber(run, source.Get(run, key));
        }
        return source.Keys.Count == 0 ? New(run, DateBuiltIns.Now(run), utc) : FromFields(run, fields, utc);
    }

    /// <summary>Missing fields above the first given one are today's, below it the lowest.</summary>
    private static JsMoment FromFields(JsRun run, double[] fields, bool utc)
    {
        var now = DateBuiltIns.Now(run);
        var today = new MomentFields(utc ? now : LocalTime.FromUtc(run.Zone, now));
        double[] current = [today.Year, today.Month, today.Day];
        var i = 0;
        while (i < 3 && double.IsNaN(fields[i])) fields[i] = current[i++];
        for (; i < 7; i++)
            if (double.IsNaN(fields[i])) fields[i] = i == 2 ? 1 : 0;
        var invalid = fields[1] is < 0 or > 11 || fields[2] < 1 || fields[2] > MomentFields.DaysInMonth((int)fields[0], (int)Math.Clamp(fields[1], 0, 11))
            || fields[3] is < 0 or > 24 || fields[4] is < 0 or > 59 || fields[5] is < 0 or > 59 || fields[6] is < 0 or > 999;
        if (invalid) return new JsMoment(double.NaN, utc);
        var local = Calendar.Join(Calendar.Day(fields[0], fields[1], fields[2]), Calendar.Time(fields[3], fields[4], fields[5], fields[6]));
        return new JsMoment(utc ? local : LocalTime.ToUtc(run.Zone, local), utc);
    }

    private static JsValue Extreme(JsRun run, ReadOnlySpan<JsValue> args, bool largest)
    {
        var items = args.Length == 1 && args[0].Ref is JsArray list ? list.Items.ToArray() : args.ToArray();
        JsMoment? best = null;
        foreach (var item in items)
        {
            var moment = Of(run, item);
            if (!moment.IsValid) return moment;
            if (best is null || (largest ? moment.Time > best.Time : moment.Time < best.Time)) best = moment;
        }
        return best ?? New(run, DateBuiltIns.Now(run));
    }

    private static JsValue Names(JsRun run, string[] names, int length, ReadOnlySpan<JsValue> args)
    {
        string Cut(string name) => length == 0 ? name : name[..Math.Min(length, name.Length)];
        if (args.At(0).IsNumber && args.At(0).Num is var index && index >= 0 && index < names.Length) return Cut(names[(int)index]);
        run.Budget.Array(names.Length);
        return new JsArray(names.Select(name => (JsValue)Cut(name)));
    }
}
