using System.Text.Json.Nodes;

namespace WorkflowHost.Engine;

/// <summary>A way to start a published definition: a trigger activity marked as start (elsa-semantics 3.1 and 5.2).</summary>
/// <param name="ActivityId">Activity to name as <see cref="StartWorkflow.TriggerActivityId"/>.</param>
/// <param name="ActivityType">Type name of the activity.</param>
/// <param name="Name">Stimulus name, for example <c>Elsa.Event</c>.</param>
/// <param name="Hash">Key for delivery, see <see cref="StimulusHasher"/>.</param>
/// <param name="Payload">PascalCase members, for example <c>{Interval, StartAt}</c>; null = none.</param>
public sealed record StoredTrigger(string ActivityId, string ActivityType, string Name, string Hash, JsonObject? Payload)
{
    /// <summary>First due time for time triggers; null for others. The host computes the following ones with <see cref="TimerSchedule"/>.</summary>
    public DateTimeOffset? DueAt { get; init; }
}
