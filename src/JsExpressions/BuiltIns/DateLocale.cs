using System.Globalization;
using System.Text;
using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

/// <summary>
/// toLocaleString of dates: the default forms of the languages this project speaks, and Intl's field options for
/// English; other languages follow .NET's patterns for the same fields.
/// </summary>
internal static class DateLocale
{
    public static JsValue Format(JsRun run, double time, JsValue locale, JsValue options, bool date, bool clock)
    {
        var culture = LocaleText.CultureOf(run, locale);
        var zone = run.Zone;
        string? Option(string key) => options.ObjectOrNull?.Get(run, key) is { IsUndefined: false } value ? Coercion.ToText(run, value) : null;
        if (Option("timeZone") is { } zoneName && !TimeZoneInfo.TryFindSystemTimeZoneById(zoneName, out zone))
            throw JsErrors.Range(run, $"Invalid time zone specified: {zoneName}");
        run.Budget.Chars(64);
        if (double.IsNaN(time)) return "Invalid Date";
        var local = LocalTime.FromUtc(zone!, time); // found, or the branch above has thrown
        var fields = new Fields(Option("weekday"), Option("year"), Option("month"), Option("day"), Option("hour"), Option("minute"), Option("second"), Option("hour12"), Option("hourCycle"));
        if (Option("dateStyle") is { } dateStyle) fields = fields.WithDateStyle(dateStyle);
        if (Option("timeStyle") is { } timeStyle) fields = fields.WithTimeStyle(timeStyle);
        if (!fields.HasDate && !fields.HasTime) fields = fields.WithDefaults(date, clock);
        else if (date && !clock && !fields.HasDate) fields = fields.WithDefaults(true, false);
        else if (clock && !date && !fields.HasTime) fields = fields.WithDefaults(false, true);
        return Write(culture, fields, local);
    }

    private static string Write(CultureInfo culture, Fields fields, double local)
    {
        var english = culture.TwoLetterISOLanguageName == "en";
        var text = new StringBuilder();
        if (fields.HasDate) text.Append(fields.IsNumeric ? NumericDate(culture, fields, local) : english ? EnglishDate(fields, local) : NamedDate(culture, fields, local));
        if (fields.HasTime)
        {
            if (text.Length > 0) text.Append(fields.IsLongStyle && english ? " at " : culture.TwoLetterISOLanguageName is "fr" && fields.IsNumeric ? " " : ", ");
            text.Append(Time(culture, fields, local));
        }
        return text.ToString();
    }

    private static string NumericDate(CultureInfo culture, Fields fields, double local)
    {
        var (year, month, day, _) = Calendar.Date(local);
        var padded = culture.Name is "en-GB" or "pt-BR" or "pt-PT" or "pt" or "it-IT" || culture.TwoLetterISOLanguageName is "fr" or "ht";
        string Two(int value, string? style, bool pad) => value.ToString(style == "2-digit" || pad ? "00" : "0", CultureInfo.InvariantCulture);
        var y = fields.Year is null ? null : fields.Year == "2-digit" ? (year % 100).ToString("00", CultureInfo.InvariantCulture) : year.ToString(CultureInfo.InvariantCulture);
        var m = fields.Month is null ? null : Two(month + 1, fields.Month, padded);
        var d = fields.Day is null ? null : Two(day, fields.Day, padded);
        var separator = culture.TwoLetterISOLanguageName is "de" or "pl" or "ru" ? "." : "/";
        var order = culture.Name is "en-US" or "en" ? new[] { m, d, y } : [d, m, y];
        return string.Join(separator, order.Where(part => part is not null));
    }

    private static string EnglishDate(Fields fields, double local)
    {
        var (year, month, day, weekday) = Calendar.Date(local);
        var names = CultureInfo.InvariantCulture.DateTimeFormat;
        var monthName = fields.Month switch { "short" => DateText.Months[month], null => null, _ => names.MonthNames[month] };
        var head = fields.Weekday switch { null => null, "long" => names.DayNames[weekday], _ => DateText.Days[weekday] };
        var middle = string.Join(' ', new[] { monthName, fields.Day is null ? null : day.ToString(fields.Day == "2-digit" ? "00" : "0", CultureInfo.InvariantCulture) }.Where(part => part is not null));
        var tail = fields.Year is null ? null : year.ToString(CultureInfo.InvariantCulture);
        var main = tail is null ? middle : middle.Length == 0 ? tail : middle + (fields.Day is null ? " " : ", ") + tail;
        return head is null ? main : main.Length == 0 ? head : $"{head}, {main}";
    }

    private static string NamedDate(CultureInfo culture, Fields fields, double local)
    {
        var (year, month, day, weekday) = Calendar.Date(local);
        var names = culture.DateTimeFormat;
        var monthName = fields.Month == "short" ? names.AbbreviatedMonthGenitiveNames[month].TrimEnd('.') : names.MonthGenitiveNames[month];
        var link = culture.TwoLetterISOLanguageName is "es" or "pt" ? " de " : " ";
        var parts = new List<string>();
        if (fields.Day is not null) parts.Add(day.ToString(CultureInfo.InvariantCulture));
        if (fields.Month is not null) parts.Add(monthName);
        if (fields.Year is not null) parts.Add(year.ToString(CultureInfo.InvariantCulture));
        var main = string.Join(link, parts);
        if (fields.Weekday is null) return main;
        var head = fields.Weekday == "long" ? names.DayNames[weekday] : names.AbbreviatedDayNames[weekday].TrimEnd('.');
        return main.Length == 0 ? head : $"{head}{(culture.TwoLetterISOLanguageName == "fr" ? " " : ", ")}{main}";
    }

    private static string Time(CultureInfo culture, Fields fields, double local)
    {
        var (hour, minute, second, _) = Calendar.TimeOfDay(local);
        var twelve = fields.Hour12 is { } wanted ? wanted == "true" : fields.HourCycle is { } cycle ? cycle is "h12" or "h11" : culture.Name is "en-US" or "en" or "es-MX" or "es-US";
        var pad = fields.Hour == "2-digit" || (!twelve && culture.TwoLetterISOLanguageName != "es");
        var parts = new List<string>();
        if (fields.Hour is not null) parts.Add((twelve ? (hour + 11) % 12 + 1 : hour).ToString(pad ? "00" : "0", CultureInfo.InvariantCulture));
        if (fields.Minute is not null) parts.Add(minute.ToString(parts.Count > 0 || fields.Second is not null ? "00" : "0", CultureInfo.InvariantCulture));
        if (fields.Second is not null) parts.Add(second.ToString(parts.Count > 0 ? "00" : "0", CultureInfo.InvariantCulture));
        var text = string.Join(':', parts);
        if (!twelve || fields.Hour is null) return text;
        var spanish = culture.TwoLetterISOLanguageName == "es";
        return text + (spanish ? hour < 12 ? "\u00A0a.m." : "\u00A0p.m." : hour < 12 ? " AM" : " PM");
    }

    private sealed record Fields(string? Weekday, string? Year, string? Month, string? Day, string? Hour, string? Minute, string? Second, string? Hour12, string? HourCycle)
    {
        public bool IsLongStyle { get; init; }

        public bool HasDate => Weekday is not null || Year is not null || Month is not null || Day is not null;

        public bool HasTime => Hour is not null || Minute is not null || Second is not null;

        public bool IsNumeric => Weekday is null && Month is null or "numeric" or "2-digit";

        public Fields WithDefaults(bool date, bool time) => this with
        {
            Year = date ? "numeric" : Year,
            Month = date ? "numeric" : Month,
            Day = date ? "numeric" : Day,
            Hour = time ? "numeric" : Hour,
            Minute = time ? "2-digit" : Minute,
            Second = time ? "2-digit" : Second,
        };

        public Fields WithDateStyle(string style) => style switch
        {
            "full" => this with { Weekday = "long", Year = "numeric", Month = "long", Day = "numeric", IsLongStyle = true },
            "long" => this with { Year = "numeric", Month = "long", Day = "numeric", IsLongStyle = true },
            "medium" => this with { Year = "numeric", Month = "short", Day = "numeric" },
            _ => this with { Year = "2-digit", Month = "numeric", Day = "numeric" },
        };

        public Fields WithTimeStyle(string style) => style == "short"
            ? this with { Hour = "numeric", Minute = "2-digit" }
            : this with { Hour = "numeric", Minute = "2-digit", Second = "2-digit" };
    }
}
