namespace WorkflowHost.Cases.Plans;

/// <summary>
/// One of the ordered rules that decide where people sleep. The first rule that holds decides: when its sites are full
/// the answer is "full", unless <see cref="Overflow"/> lets the next rule that holds be tried.
/// </summary>
public sealed record AssignmentRule
{
    /// <summary>Key, written into the audit trail.</summary>
    public required string Key { get; init; }

    /// <summary>Name on screens.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>
    /// JavaScript expression over <c>person</c> (data of the first), <c>household</c> (data of each), <c>size</c>,
    /// <c>sites</c> (<c>[{key, state, free: {segment: n}}]</c>) and <c>age(day)</c>; null holds always.
    /// </summary>
    public string? When { get; init; }

    /// <summary>Segment the people get.</summary>
    public required string Segment { get; init; }

    /// <summary>Site keys in order of preference; empty means every site, in the plan's order.</summary>
    public required IReadOnlyList<string> Sites { get; init; }

    /// <summary>What people are told when this rule decided.</summary>
    public required LocalizedText Reason { get; init; }

    /// <summary>True: when there is no room, go on with the next rule that holds. Default false.</summary>
    public bool Overflow { get; init; }
}
