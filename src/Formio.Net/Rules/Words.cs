using Formio.Values;

namespace Formio.Rules;

/// <summary>Counts as form.io does: trimmed text split at blanks, so that a blank text is one word.</summary>
internal static class Words
{
    public static int Count(string text)
    {
        var trimmed = JsText.Trim(text);
        var count = 1;
        for (var i = 1; i < trimmed.Length; i++)
        {
            if (JsText.IsBlank(trimmed[i]) && !JsText.IsBlank(trimmed[i - 1])) count++;
        }

        return count;
    }
}
