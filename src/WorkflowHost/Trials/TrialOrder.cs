namespace WorkflowHost.Trials;

/// <summary>What somebody wants to try.</summary>
public sealed record TrialOrder
{
    /// <summary>The whole content as files by path: <c>workflows/…</c> and <c>forms/…</c>, drafts laid over.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }

    /// <summary>Where the clock of the trial begins; null is now.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>What the sites are like; empty opens every site of the plan with all its places free.</summary>
    public IReadOnlyList<TrialSite> Sites { get; init; } = [];

    /// <summary>Who would be told of events.</summary>
    public IReadOnlyList<TrialReceiver> Receivers { get; init; } = [];

    /// <summary>Paths in <see cref="Files"/> that are drafts, to be shown.</summary>
    public IReadOnlyList<string> Drafts { get; init; } = [];

    /// <summary>What an HTTP request of a workflow is answered with: a status, or null when nobody answers.</summary>
    public int? RequestStatus { get; init; } = 200;
}

/// <param name="Pools">Places by segment, and how many of them are taken.</param>
public sealed record TrialSite(string Key, Cases.Sites.SiteState State, IReadOnlyList<TrialPool> Pools);

public sealed record TrialPool(string Segment, int Capacity, int Taken);

/// <summary>Somebody who subscribed to events: enough to say who would be told, and nothing to tell them with.</summary>
/// <param name="EventTypes">Empty: all of them.</param>
public sealed record TrialReceiver(string Name, IReadOnlyList<string> EventTypes);
