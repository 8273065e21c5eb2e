namespace WorkflowHost.Content;

/// <summary>What became of a publication.</summary>
/// <param name="Version">The new version's number; null when mistakes stopped it and nothing was stored.</param>
/// <param name="Mistakes">Everything found, advice included.</param>
public sealed record PublishAnswer(int? Version, IReadOnlyList<ContentMistake> Mistakes)
{
    public bool IsPublished => Version is not null;
}
