namespace WorkflowHost.Cases.Plans;

/// <summary>
/// One of the ordered rules that decide where people sleep. The first rule that holds and has room decides; a rule that
/// holds and is <see cref="Final"/> ends the search even when it has no room.
/// </summary>
public sealed record AssignmentRule
{
    /// <summary>Key, written into the audit trail.</summary>
    public required string Key { get; init; }

    /// <summary>Name on screens.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>
    /// JavaScript expression over <c>people</c> (data of each occupant), <c>person</c> (the first of them), <c>size</c>,
    /// <c>household</c> (data of the case the place is for, or <c>{}</c>) and
    /// <c>sites</c> (<c>[{key, state, free: {segment: n}}]</c>); null holds always.
    /// </summary>
    public string? When { get; init; }

    /// <summary>Segment the people get.</summary>
    public required string Segment { get; init; }

    /// <summary>Site keys in order of preference; empty means the people's own site first, then the plan's order.</summary>
    public required IReadOnlyList<string> Sites { get; init; }

    /// <summary>What people are told when this rule decided.</summary>
    public required LocalizedText Reason { get; init; }

    /// <summary>True: when there is no room, later rules are not tried. Default false.</summary>
    public bool Final { get; init; }
}
