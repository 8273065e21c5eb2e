using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

internal static class DateBuiltIns
{
    public static JsObject Make()
    {
        DateReading.Install(Intrinsics.DatePrototype);
        DateSetting.Install(Intrinsics.DatePrototype);
        DateWriting.Install(Intrinsics.DatePrototype);
        return Builder.Constructor("Date", 7, Intrinsics.DatePrototype,
                (run, _, _) => DateText.Full(run.Zone, Now(run)),
                (run, _, args) =>
                {
                    run.Budget.Object();
                    return new JsDate(Construct(run, args)).FromThis();
                })
            .Function("now", 0, (run, _, _) => Now(run))
            .Function("parse", 1, (run, _, args) => DateParsing.Parse(run.Zone, Coercion.ToText(run, args.At(0))))
            .Function("UTC", 7, (run, _, args) => JsDate.Clip(Fields(run, args)));
    }

    public static double Now(JsRun run) => run.Time.GetUtcNow().ToUnixTimeMilliseconds();

    public static double This(JsRun run, JsValue self) =>
        self.Ref is JsDate date ? date.Time : throw JsErrors.Type(run, "this is not a Date object.");

    private static double Construct(JsRun run, ReadOnlySpan<JsValue> args)
    {
        if (args.Length == 0) return Now(run);
        if (args.Length > 1) return LocalTime.ToUtc(run.Zone, Fields(run, args));
        if (args[0].Ref is JsDate date) return date.Time;
        var value = Coercion.ToPrimitive(run, args[0]);
        return value.IsString ? DateParsing.Parse(run.Zone, value.AsString) : Coercion.ToNumber(run, value);
    }

    /// <summary>The time of year, month, day…; years 0 to 99 are of the 20th century.</summary>
    private static double Fields(JsRun run, ReadOnlySpan<JsValue> args)
    {
        Span<double> fields = [double.NaN, 0, 1, 0, 0, 0, 0];
        for (var i = 0; i < fields.Length && i < args.Length; i++) fields[i] = Coercion.ToNumber(run, args[i]);
        var year = fields[0];
        if (!double.IsNaN(year) && Math.Truncate(year) is >= 0 and <= 99) year = 1900 + Math.Truncate(year);
        return Calendar.Join(Calendar.Day(year, fields[1], fields[2]), Calendar.Time(fields[3], fields[4], fields[5], fields[6]));
    }
}
