using System.Text.Json.Nodes;

namespace WorkflowHost.Engine;

/// <summary>A place where an instance waits. Resuming it continues the activity that made it (elsa-semantics 3.2).</summary>
/// <param name="Id">16 hex digits.</param>
/// <param name="Name">Stimulus name, for example <c>Elsa.RunTask</c>.</param>
/// <param name="Hash">SHA-256 of name and payload as <see cref="StimulusHasher"/> makes it; the key for delivery.</param>
/// <param name="Payload">PascalCase names as Elsa writes them, or null.</param>
/// <param name="ActivityId">Id of the activity in the definition.</param>
/// <param name="ActivityNodeId">Colon-joined path of the activity.</param>
/// <param name="ActivityInstanceId">Id of the activity record that waits.</param>
/// <param name="CreatedAt">Time of the burst that made it.</param>
public sealed record Bookmark(
    string Id,
    string Name,
    string Hash,
    JsonObject? Payload,
    string ActivityId,
    string ActivityNodeId,
    string ActivityInstanceId,
    DateTimeOffset CreatedAt)
{
    /// <summary>Removed when it has been used once. False only where several messages arrive at one bookmark (bulk dispatch).</summary>
    public bool AutoBurn { get; init; } = true;

    /// <summary>When the host must resume it by itself (Delay, Timer, StartAt, Cron); null for everything else.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Which resume path of the activity is taken; null for the only one.</summary>
    public string? Callback { get; init; }

    /// <summary>Free text values for the host, for example the title of a task. Not part of the hash.</summary>
    public JsonObject? Metadata { get; init; }
}
