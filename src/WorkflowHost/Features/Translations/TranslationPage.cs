namespace WorkflowHost.Features.Translations;

/// <param name="Notice">What became of a file that was sent; null when the page is only opened.</param>
public sealed record TranslationPage(TranslationSheet Sheet, TranslationNotice? Notice);

/// <param name="Refused">Cells that were not taken.</param>
public sealed record TranslationNotice(string Says, IReadOnlyList<RefusedChange> Refused)
{
    public bool IsAlarm { get; init; }
}
