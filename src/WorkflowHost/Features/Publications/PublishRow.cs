using WorkflowHost.Content;
using WorkflowHost.Content.Publications;

namespace WorkflowHost.Features.Publications;

/// <summary>One file that could be published.</summary>
/// <param name="Link">The page where it is changed.</param>
/// <param name="Version">The version in force; null when there is none.</param>
/// <param name="Token">Stands for what the person sees here.</param>
public sealed record PublishRow(
    string Path, ContentKind Kind, string Title, string Link, int? Version, string Token, IReadOnlyList<ContentChange> Changes)
{
    public bool IsChosen { get; init; } = true;

    /// <summary>Why this person may not publish it, as the key of a text; null when they may.</summary>
    public string? Barred { get; init; }

    /// <summary>Who drafted it last; empty when nobody in particular.</summary>
    public string By { get; init; } = "";

    public DateTimeOffset? At { get; init; }

    /// <summary>What is to be known before it is chosen, as the key of a text; null when nothing is.</summary>
    public string? Warning { get; init; }

    /// <summary>It goes out of force.</summary>
    public bool IsGone { get; init; }
}
