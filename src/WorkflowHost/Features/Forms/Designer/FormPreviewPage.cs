using WorkflowHost.Content;

namespace WorkflowHost.Features.Forms.Designer;

/// <summary>A form as people will see it, in one language; nothing filled in here is kept but as an example.</summary>
/// <param name="Version">0 shows the draft.</param>
public sealed record FormPreviewPage(string Key, string Title, int Version, string Language, IReadOnlyList<FormExample> Examples);
