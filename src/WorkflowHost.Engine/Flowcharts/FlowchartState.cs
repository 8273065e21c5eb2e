namespace WorkflowHost.Engine.Flowcharts;

/// <summary>What a running flowchart knows: tokens in token mode, visit counts in counter mode.</summary>
internal sealed class FlowchartState
{
    public List<FlowToken> Tokens { get; init; } = [];

    public Dictionary<string, int> ActivityVisits { get; init; } = [];

    public Dictionary<string, int> ConnectionVisits { get; init; } = [];

    public Dictionary<string, bool> LastVisitFollowed { get; init; } = [];

    public bool IsEmpty => Tokens.Count == 0 && ActivityVisits.Count == 0 && ConnectionVisits.Count == 0;

    /// <summary>A copy for the next burst; the state of the last commit must not change.</summary>
    public FlowchartState Copy() => new()
    {
        Tokens = Tokens.ConvertAll(token => token with { }),
        ActivityVisits = new(ActivityVisits),
        ConnectionVisits = new(ConnectionVisits),
        LastVisitFollowed = new(LastVisitFollowed),
    };
}

/// <summary>A token on a connection (elsa-semantics 2.7).</summary>
internal sealed record FlowToken(string From, string Outcome, string To)
{
    public bool Consumed { get; set; }

    public bool Blocked { get; set; }

    public bool IsLive => !Consumed && !Blocked;
}
