namespace WorkflowHost.Content.Publications;

/// <summary>What became of an order.</summary>
public abstract record PublicationAnswer
{
    private PublicationAnswer()
    {
    }

    /// <param name="Advice">Warnings that kept nothing from being published.</param>
    public sealed record Published(int Number, IReadOnlyList<ContentMistake> Advice) : PublicationAnswer;

    /// <summary>Nothing was published, and this is all that has to be mended.</summary>
    public sealed record Refused(IReadOnlyList<ContentMistake> Mistakes) : PublicationAnswer;

    /// <summary>Nothing was published: these files are no longer what the person saw.</summary>
    public sealed record Stale(IReadOnlyList<string> Paths) : PublicationAnswer;
}
