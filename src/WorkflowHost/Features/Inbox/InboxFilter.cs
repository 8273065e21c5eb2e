namespace WorkflowHost.Features.Inbox;

/// <summary>What a person narrows the inbox by; all of it stands in the address.</summary>
public sealed record InboxFilter
{
    public string? Role { get; init; }

    public string? Site { get; init; }

    /// <summary>Words in the title of the task or in what the case is found by.</summary>
    public string? Q { get; init; }

    public bool Overdue { get; init; }

    public int Page { get; init; } = 1;

    public bool IsSet => Role is { Length: > 0 } || Site is { Length: > 0 } || Q is { Length: > 0 } || Overdue;
}
