using System.Text.Json.Nodes;
using WorkflowHost.Engine;
using WorkflowHost.Features.Workflows.Wire;

namespace WorkflowHost.Features.Workflows.Journal;

/// <summary>What the viewer wants of the journal: usually the nodes of the container it shows. Empty lists do not narrow.</summary>
public sealed record JournalFilter(
    IReadOnlyList<string> ActivityIds,
    IReadOnlyList<string> ActivityNodeIds,
    IReadOnlyList<string> ExcludedActivityTypes,
    IReadOnlyList<string> EventNames)
{
    public static JournalFilter Read(JsonObject? filter) => new(
        filter.Texts("activityIds"),
        filter.Texts("activityNodeIds"),
        filter.Texts("excludedActivityTypes"),
        filter.Texts("eventNames"));

    public bool Accepts(JournalEntry entry) =>
        (ActivityIds.Count == 0 || ActivityIds.Contains(entry.ActivityId))
        && (ActivityNodeIds.Count == 0 || ActivityNodeIds.Contains(entry.NodeId))
        && !ExcludedActivityTypes.Contains(entry.ActivityType)
        && (EventNames.Count == 0 || EventNames.Contains(entry.EventName));
}
