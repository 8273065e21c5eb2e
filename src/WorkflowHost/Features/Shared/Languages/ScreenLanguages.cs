using System.Globalization;

namespace WorkflowHost.Features.Shared.Languages;

/// <summary>The languages of the screens. Spanish is chosen until a person picks another; the browser's wish is not asked,
/// because the machines at a site are shared and rarely set up for who sits there.</summary>
public static class ScreenLanguages
{
    /// <summary>Culture, tag of the page and own name, in the order of the picker.</summary>
    public static IReadOnlyList<ScreenLanguage> All { get; } =
    [
        new("es-MX", "es", "Español"),
        new("en-US", "en", "English"),
        new("fr-FR", "fr", "Français"),
        new("ht", "ht", "Kreyòl ayisyen"),
        new("pt-BR", "pt", "Português"),
    ];

    /// <summary>The language of this request.</summary>
    public static ScreenLanguage Current =>
        All.FirstOrDefault(language => language.Tag == CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? All[0];
}
