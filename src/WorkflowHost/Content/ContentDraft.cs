namespace WorkflowHost.Content;

/// <summary>One thing that was changed and is not published yet.</summary>
/// <param name="Path">The file it would be: <c>forms/registro.json</c>, <c>workflows/plan.json</c>.</param>
/// <param name="Title">As lists show it.</param>
/// <param name="Text">The file's text as it would be.</param>
/// <param name="Base">Stands for exactly this draft; a publication names it, so that nobody publishes what they did not see.</param>
public sealed record ContentDraft(
    ContentKind Kind, string Key, string Path, string Title, string Text, string Base, string ChangedBy, DateTimeOffset ChangedAt);
