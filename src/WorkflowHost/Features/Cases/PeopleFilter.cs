namespace WorkflowHost.Features.Cases;

/// <summary>What the list of people (or of any other case type) is narrowed by.</summary>
public sealed record PeopleFilter
{
    /// <summary>Key of a case type; the plan's first when empty.</summary>
    public string? Type { get; init; }

    public string? Q { get; init; }

    public string? State { get; init; }

    public string? Site { get; init; }

    public int Page { get; init; } = 1;
}
