using System.Globalization;

namespace WorkflowHost.Features.Workflows.Descriptors;

/// <summary>What pickers say beside the titles of the plan.</summary>
internal sealed record PickerWords(string Gone, string Hour, string Hours, string Day, string Days)
{
    private static readonly PickerWords Spanish = new("{0} (ya no existe)", "{0} hora", "{0} horas", "{0} día", "{0} días");
    private static readonly PickerWords English = new("{0} (no longer exists)", "{0} hour", "{0} hours", "{0} day", "{0} days");

    public static PickerWords In(string language) => language == "en" ? English : Spanish;

    public string Missing(string name) => Say(Gone, name);

    public string Length(TimeSpan span)
    {
        var parts = new List<string>();
        if (span.Days != 0)
            parts.Add(Say(span.Days == 1 ? Day : Days, span.Days));
        if (span.Hours != 0)
            parts.Add(Say(span.Hours == 1 ? Hour : Hours, span.Hours));
        if (parts.Count == 0 || span != new TimeSpan(span.Days, span.Hours, 0, 0))
            parts.Add(new TimeSpan(0, span.Minutes, span.Seconds).ToString("mm\\:ss", CultureInfo.InvariantCulture));
        return string.Join(' ', parts);
    }

    private static string Say(string words, object value) => string.Format(CultureInfo.InvariantCulture, words, value);
}
