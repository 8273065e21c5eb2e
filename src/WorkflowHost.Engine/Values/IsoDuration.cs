using System.Xml;

namespace WorkflowHost.Engine.Values;

/// <summary>Durations such as <c>P2D</c> and <c>PT4H</c>; Elsa itself writes only <c>hh:mm:ss</c>.</summary>
internal static class IsoDuration
{
    public static bool TryParse(string text, out TimeSpan span)
    {
        span = default;
        if (text.Length < 3 || text[0] is not ('P' or '-'))
            return false;
        try
        {
            span = XmlConvert.ToTimeSpan(text);
            return true;
        }
        catch (FormatException)
        {
            return false; // not a duration; the normal conversion decides
        }
        catch (OverflowException)
        {
            return false;
        }
    }
}
