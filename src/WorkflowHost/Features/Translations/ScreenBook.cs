using System.Collections;
using System.Globalization;
using System.Resources;
using WorkflowHost.Features.Shared.Languages;

namespace WorkflowHost.Features.Translations;

/// <summary>The words of the screens as the program is shipped with them.</summary>
internal static class ScreenBook
{
    private static readonly ResourceManager Shipped = new(typeof(Texts));

    /// <summary>By name, in the order of names.</summary>
    public static IReadOnlyDictionary<string, string> Of(string language)
    {
        // Spanish is the neutral language of the resource.
        var culture = language == ScreenLanguages.All[0].Tag ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language);
        var set = Shipped.GetResourceSet(culture, createIfNotExists: true, tryParents: false);
        return set is null
            ? new Dictionary<string, string>()
            : set.Cast<DictionaryEntry>()
                .OrderBy(entry => (string)entry.Key, StringComparer.Ordinal)
                .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
    }
}
