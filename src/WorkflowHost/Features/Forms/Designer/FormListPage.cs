namespace WorkflowHost.Features.Forms.Designer;

/// <summary>All forms, by group and title.</summary>
public sealed record FormListPage(IReadOnlyList<FormRow> Forms, string? NewKey, string? NewTitle, bool IsRefused)
{
    /// <summary>Key of the form a new one is to be like; null for an empty one.</summary>
    public string? Like { get; init; }
}

/// <param name="Version">The published version; null while there is only a draft.</param>
/// <param name="ChangedAt">Of the draft, else of the published version.</param>
public sealed record FormRow(string Key, string Title, string? Category, int? Version, bool HasDraft, DateTimeOffset ChangedAt);
