using System.Globalization;
using System.Xml;

namespace WorkflowHost.Cases.Deadlines;

/// <summary>Durations as content writes them: .NET's <c>d.hh:mm:ss</c> or ISO 8601 (<c>PT4H</c>, <c>P2D</c>). Calendar time.</summary>
public static class DurationText
{
    /// <summary>False when the text is neither.</summary>
    public static bool TryRead(string text, out TimeSpan span)
    {
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out span))
            return true;
        try
        {
            span = XmlConvert.ToTimeSpan(text);
            return true;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            // The caller says where the text stands and what to write instead.
            span = TimeSpan.Zero;
            return false;
        }
    }

    /// <summary>As ISO 8601, the way plan.json is written.</summary>
    public static string Write(TimeSpan span) => XmlConvert.ToString(span);
}
