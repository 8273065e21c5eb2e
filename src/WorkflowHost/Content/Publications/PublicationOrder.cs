using WorkflowHost.Data;

namespace WorkflowHost.Content.Publications;

/// <summary>What a person wants to be in force from now on, all together.</summary>
/// <param name="Note">Why, in the person's words.</param>
public sealed record PublicationOrder(PublicationKind Kind, string Actor, string Note, IReadOnlyList<PublicationFile> Files)
{
    public int? TakesBack { get; init; }
}

/// <param name="Text">The whole file; null takes it out of force. Ignored for a draft: the draft is what is published.</param>
/// <param name="Token"><see cref="ContentStand.TokenOf"/> of the path when the person decided.</param>
public sealed record PublicationFile(string Path, string? Text, string Token)
{
    /// <summary>The draft under this path is what is meant, and is no draft any more afterwards.</summary>
    public bool IsDraft { get; init; }
}
