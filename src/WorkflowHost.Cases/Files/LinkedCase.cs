namespace WorkflowHost.Cases.Files;

/// <summary>
/// A case as seen from another it is linked with. <paramref name="Outgoing"/>: the link leads from the asking case to this one.
/// </summary>
public sealed record LinkedCase(Case Case, string Kind, string? Role, bool Outgoing);
