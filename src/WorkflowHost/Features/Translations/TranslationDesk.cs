using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using WorkflowHost.Content;
using WorkflowHost.Features.Shared.Languages;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Translations;

/// <summary>Takes changed words: each by itself, so that one that cannot be taken costs none of the others.</summary>
public sealed partial class TranslationDesk(
    TranslationShelf shelf, DictionaryPublishing publishing, PublishedContent content, CurrentStaff staff, IStringLocalizer<Texts> texts)
{
    /// <summary>Longer than any text of a form, shorter than a book.</summary>
    public const int MaxLength = 4_000;

    /// <summary>Null when there is no such table.</summary>
    public async Task<TranslationAnswer?> SaveAsync(string key, IReadOnlyList<TranslationChange> changes, CancellationToken stop)
    {
        if (await shelf.FindAsync(key, stop) is not { } sheet)
            return null;

        var rows = sheet.Rows.ToDictionary(row => row.Id, StringComparer.Ordinal);
        var refused = new List<RefusedChange>();
        var taken = new List<(TranslationChange Asked, DictionaryChange Made)>();
        foreach (var change in changes)
        {
            if (Refusal(sheet, rows, change) is { } says)
                refused.Add(new RefusedChange(change.Id, change.Language, says, CellOf(rows, change)?.Text));
            else
                taken.Add((change, Made(sheet, CellOf(rows, change)!, change)));
        }

        var stale = await publishing.SaveAsync(Kind(key), [.. taken.Select(change => change.Made)], staff.UserName, stop);
        var after = await shelf.FindAsync(key, stop) ?? sheet;
        var now = after.Rows.ToDictionary(row => row.Id, StringComparer.Ordinal);
        refused.AddRange(taken.Where(change => stale.Contains(change.Made)).Select(change => new RefusedChange(
            change.Asked.Id, change.Asked.Language, texts["translations.stale"], CellOf(now, change.Asked)?.Text)));
        return new TranslationAnswer(
            taken.Count - stale.Count, refused, after.Languages.ToDictionary(language => language, after.Missing));
    }

    private string? Refusal(TranslationSheet sheet, Dictionary<string, TranslationRow> rows, TranslationChange change)
    {
        if (CellOf(rows, change) is not { } cell)
            return texts["translations.unknown"];
        if ((cell.Text ?? "") != (change.Was?.Trim() ?? ""))
            return texts["translations.stale"];
        var text = change.Text?.Trim() ?? "";
        if (text.Length > MaxLength)
            return texts["translations.tooLong", MaxLength];
        if (text.Length == 0)
            return rows[change.Id].IsConsent ? texts["translations.consentKept"].Value : null;
        // A sentence of the screens that asks for a value nobody gives would break the page it stands on.
        return sheet.Key == SheetKeys.Screens && !Fits(rows[change.Id].Source, text) ? texts["translations.placeholders", Holes(rows[change.Id].Source)].Value : null;
    }

    private DictionaryChange Made(TranslationSheet sheet, TranslationCell cell, TranslationChange change)
    {
        var isOwn = sheet.IsForm && (cell.IsOwn || change.OnlyHere);
        // A word of the screens is stored only when it is not the shipped one.
        var was = sheet.Key == SheetKeys.Screens ? content.Current.ScreenTexts.Of(change.Language).GetValueOrDefault(change.Id) : cell.Text;
        return new DictionaryChange(isOwn ? $"{sheet.Key}.{change.Language}" : change.Language, change.Id, was, change.Text);
    }

    private static TranslationCell? CellOf(Dictionary<string, TranslationRow> rows, TranslationChange change) =>
        rows.TryGetValue(change.Id, out var row) ? row.Cells.GetValueOrDefault(change.Language) : null;

    private static string Kind(string key) => key == SheetKeys.Screens ? "screen" : "i18n";

    private static bool Fits(string source, string text)
    {
        try
        {
            _ = CompositeFormat(text);
        }
        catch (FormatException)
        {
            return false;
        }

        var allowed = Hole().Matches(source).Select(hole => hole.Groups[1].Value).ToHashSet();
        return Hole().Matches(text).All(hole => allowed.Contains(hole.Groups[1].Value));
    }

    private static string CompositeFormat(string text) =>
        string.Format(CultureInfo.InvariantCulture, text, [.. Enumerable.Repeat<object>(1, 10)]);

    private static string Holes(string source) =>
        string.Join(' ', Hole().Matches(source).Select(hole => hole.Value).DefaultIfEmpty("–"));

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Hole();
}
