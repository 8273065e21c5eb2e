using WorkflowHost.Content;

namespace WorkflowHost.Features.Forms.Designer;

/// <summary>What became of a save.</summary>
public abstract record FormSaved
{
    private FormSaved()
    {
    }

    /// <param name="Base">For the next save of the same page.</param>
    public sealed record Kept(string Base) : FormSaved;

    public sealed record Published(int Version, string Base, IReadOnlyList<ContentMistake> Advice) : FormSaved;

    public sealed record Refused(IReadOnlyList<ContentMistake> Mistakes) : FormSaved;

    /// <summary>Somebody else saved since the page was opened.</summary>
    public sealed record Stale : FormSaved;

    public sealed record NotFound : FormSaved;
}
