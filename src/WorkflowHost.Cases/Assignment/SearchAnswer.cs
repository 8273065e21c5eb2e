namespace WorkflowHost.Cases.Assignment;

/// <summary>What a search for a family found.</summary>
internal abstract record SearchAnswer
{
    /// <summary>There is one.</summary>
    public sealed record Found(GroupExample Example) : SearchAnswer;

    /// <summary>There certainly is none.</summary>
    public sealed record None : SearchAnswer;

    /// <summary>There was too much to look at.</summary>
    public sealed record Unknown : SearchAnswer;
}
