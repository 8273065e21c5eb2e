using Formio;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Languages;

namespace WorkflowHost.Features.Translations;

/// <summary>Lays the words of forms and screens out as tables. A form is read as it is being changed, so its words can be ready before it is published.</summary>
public sealed class TranslationShelf(WorkDb db, PublishedContent content, IStringLocalizer<Texts> texts)
{
    private static readonly string[] All = [.. ScreenLanguages.All.Select(language => language.Tag)];
    private static readonly string[] Foreign = All[1..];

    /// <summary>Every table, forms by title.</summary>
    public async Task<IReadOnlyList<TranslationSheet>> ListAsync(CancellationToken stop)
    {
        var forms = await NewestAsync(null, stop);
        var sheets = new List<TranslationSheet>();
        foreach (var form in forms)
            sheets.Add(OfForm(form, form.Version == 1 ? null : await BeforeAsync(form, stop)));
        sheets.Sort((one, other) => StringComparer.CurrentCulture.Compare(one.Title, other.Title));
        return [OfScreens(), OfMessages(), OfPresets(), .. sheets, OfUnused(forms)];
    }

    /// <summary>One table; null when there is no such form.</summary>
    public async Task<TranslationSheet?> FindAsync(string key, CancellationToken stop)
    {
        switch (key)
        {
            case SheetKeys.Screens:
                return OfScreens();
            case SheetKeys.Messages:
                return OfMessages();
            case SheetKeys.Presets:
                return OfPresets();
            case SheetKeys.Unused:
                return OfUnused(await NewestAsync(null, stop));
            default:
                return (await NewestAsync(key, stop)).SingleOrDefault() is { } form
                    ? OfForm(form, await BeforeAsync(form, stop))
                    : null;
        }
    }

    private TranslationSheet OfForm(StoredForm form, StoredForm? before)
    {
        var definition = FormDefinition.Parse(form.Json);
        var earlier = before is null
            ? []
            : FormTexts.Of(FormDefinition.Parse(before.Json)).GroupBy(Place).ToDictionary(place => place.Key, place => place.First().Text);
        var rows = from text in FormTexts.Of(definition)
                   group text by text.Text into places
                   let was = places.Select(place => earlier.GetValueOrDefault(Place(place))).FirstOrDefault(old => old is not null && old != places.Key)
                   select new TranslationRow(places.Key, places.Key, Foreign.ToDictionary(
                       language => language, language => CellOf(form.Key, language, places.Key, was)))
                   {
                       IsConsent = places.Any(place => place.IsConsent),
                   };
        return new TranslationSheet(form.Key, definition.Title.Length > 0 ? definition.Title : form.Key, Foreign, [.. rows]);
    }

    private TranslationCell CellOf(string form, string language, string text, string? was)
    {
        var general = content.Current.Dictionaries.Of(language);
        var own = content.Current.Dictionaries.Of($"{form}.{language}");
        if (own.TryGetValue(text, out var word))
            return new TranslationCell(word, IsOwn: true);
        if (general.TryGetValue(text, out word))
            return new TranslationCell(word);
        return new TranslationCell(null) { Earlier = was is null ? null : own.GetValueOrDefault(was) ?? general.GetValueOrDefault(was) };
    }

    private TranslationSheet OfScreens()
    {
        var shipped = All.ToDictionary(language => language, ScreenBook.Of);
        var rows = shipped[All[0]].Select(text => new TranslationRow(text.Key, text.Value, All.ToDictionary(
            language => language,
            language => new TranslationCell(
                content.Current.ScreenTexts.Of(language).GetValueOrDefault(text.Key) ?? shipped[language].GetValueOrDefault(text.Key)))));
        return new TranslationSheet(SheetKeys.Screens, texts["translations.screens"], All, [.. rows]);
    }

    private TranslationSheet OfMessages() =>
        General(SheetKeys.Messages, texts["translations.messages"], content.Current.Dictionaries.Of(All[0]).Keys);

    private TranslationSheet OfPresets()
    {
        var rows = PresetTexts().GroupBy(text => text.Text).Select(places => new TranslationRow(
            places.Key, places.Key, Foreign.ToDictionary(
                language => language, language => new TranslationCell(content.Current.Dictionaries.Of(language).GetValueOrDefault(places.Key))))
        {
            IsConsent = places.Any(place => place.IsConsent),
        });
        return new TranslationSheet(SheetKeys.Presets, texts["translations.presets"], Foreign, [.. rows]);
    }

    private IEnumerable<FormText> PresetTexts() => content.Current.Presets.Values.SelectMany(FormPresets.AsForms).SelectMany(FormTexts.Of);

    // What no form says any more: kept, because an open draft or an older version may still show it.
    private TranslationSheet OfUnused(IReadOnlyList<StoredForm> forms)
    {
        var used = forms.SelectMany(form => FormTexts.Of(FormDefinition.Parse(form.Json))).Select(text => text.Text)
            .Concat(content.Current.Dictionaries.Of(All[0]).Keys)
            .Concat(PresetTexts().Select(text => text.Text))
            .ToHashSet(StringComparer.Ordinal);
        return General(
            SheetKeys.Unused, texts["translations.unused"],
            Foreign.SelectMany(language => content.Current.Dictionaries.Of(language).Keys).Distinct(StringComparer.Ordinal).Where(text => !used.Contains(text)));
    }

    private TranslationSheet General(string key, string title, IEnumerable<string> ids)
    {
        string[] languages = key == SheetKeys.Messages ? All : Foreign;
        var rows = ids.Select(id => new TranslationRow(
            id,
            content.Current.Dictionaries.Of(All[0]).GetValueOrDefault(id) ?? id,
            languages.ToDictionary(language => language, language => new TranslationCell(content.Current.Dictionaries.Of(language).GetValueOrDefault(id)))));
        return new TranslationSheet(key, title, languages, [.. rows]);
    }

    // The draft where there is one, else the published version.
    private async Task<IReadOnlyList<StoredForm>> NewestAsync(string? key, CancellationToken stop)
    {
        var forms = await db.Forms.AsNoTracking()
            .Where(form => (form.IsPublished || form.Version == 0) && (key == null || form.Key == key))
            .ToListAsync(stop);
        return [.. forms.GroupBy(form => form.Key).Select(versions => versions.MinBy(form => form.Version)!)];
    }

    private Task<StoredForm?> BeforeAsync(StoredForm form, CancellationToken stop) => db.Forms.AsNoTracking()
        .Where(one => one.Key == form.Key && one.Version > 0 && (form.Version == 0 || one.Version < form.Version))
        .OrderByDescending(one => one.Version)
        .FirstOrDefaultAsync(stop);

    private static (string Path, string Property) Place(FormText text) => (text.Path, text.Property);
}
