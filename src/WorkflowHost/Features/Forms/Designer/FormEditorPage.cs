namespace WorkflowHost.Features.Forms.Designer;

/// <summary>One form in the builder.</summary>
/// <param name="Version">The published version, 0 before the first.</param>
/// <param name="Json">The draft, else the published version.</param>
/// <param name="Base">What the page was opened on; saving on an older one is refused.</param>
public sealed record FormEditorPage(string Key, string Title, int Version, bool HasDraft, string Json, string Base)
{
    /// <summary>Ready components of the builder, as groups in JSON.</summary>
    public string Presets { get; init; } = "[]";
}
