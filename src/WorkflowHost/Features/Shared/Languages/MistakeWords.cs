using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using WorkflowHost.Content;

namespace WorkflowHost.Features.Shared.Languages;

/// <summary>
/// Mistakes in the language of the screen. The checks speak English, as their commands do; a Spanish sentence by code
/// takes up what the English one quotes. A mistake without one is told in English rather than not at all.
/// </summary>
public static partial class MistakeWords
{
    private static readonly ResourceManager Spanish = new("WorkflowHost.Features.Shared.Languages.MistakeTexts", typeof(MistakeWords).Assembly);

    public static string Of(ContentMistake mistake)
    {
        if (ScreenLanguages.Current.Tag == "en" || Spanish.GetString(mistake.Code, CultureInfo.InvariantCulture) is not { } words)
            return mistake.Message;

        var named = Quoted().Matches(mistake.Message).Select(match => match.Groups[1].Value).ToList();
        return Place().Replace(words, place => place.Groups[1].Value switch
        {
            "message" => mistake.Message,
            var at => int.Parse(at, CultureInfo.InvariantCulture) is var n && n < named.Count ? named[n] : "…",
        });
    }

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\{(\d|message)\}")]
    private static partial Regex Place();
}
