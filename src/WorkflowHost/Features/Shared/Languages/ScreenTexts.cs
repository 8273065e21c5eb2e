using System.Globalization;
using Microsoft.Extensions.Localization;
using WorkflowHost.Content;

namespace WorkflowHost.Features.Shared.Languages;

/// <summary>The words of the screens: those changed here over those the program is shipped with.</summary>
public sealed class ScreenTexts(IStringLocalizerFactory factory, PublishedContent content) : IStringLocalizer<Texts>
{
    private readonly IStringLocalizer _shipped = factory.Create(typeof(Texts));

    public LocalizedString this[string name] => Changed(name) is { } text ? new LocalizedString(name, text) : _shipped[name];

    public LocalizedString this[string name, params object[] arguments] => Changed(name) is { } text
        ? new LocalizedString(name, string.Format(CultureInfo.CurrentCulture, text, arguments))
        : _shipped[name, arguments];

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        _shipped.GetAllStrings(includeParentCultures).Select(text => this[text.Name]);

    private string? Changed(string name) => content.Current.ScreenTexts.Of(ScreenLanguages.Current.Tag).GetValueOrDefault(name);
}
