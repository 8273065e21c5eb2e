using WorkflowHost.Cases;

namespace WorkflowHost.Data;

/// <summary>Somebody's address that wants to be told of events.</summary>
public sealed class WebhookEndpoint
{
    public Guid Id { get; init; } = OrderedId.Next();

    public required string Url { get; set; }

    public string Description { get; set; } = "";

    /// <summary>Signing secret, protected by the program before it gets here.</summary>
    public required string Secret { get; set; }

    /// <summary>Event types subscribed to; empty means all.</summary>
    public IReadOnlyList<string> EventTypes { get; set; } = [];

    public bool IsEnabled { get; set; } = true;

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when only failures came; null after a success.</summary>
    public DateTimeOffset? FailingSince { get; set; }
}
