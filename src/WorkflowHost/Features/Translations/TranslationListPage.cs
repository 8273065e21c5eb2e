namespace WorkflowHost.Features.Translations;

/// <param name="Notice">What became of a file that was sent; null when the page is only opened.</param>
public sealed record TranslationListPage(IReadOnlyList<TranslationSheet> Sheets, TranslationNotice? Notice);
