using System.Text.Json.Nodes;

namespace WorkflowHost.Engine;

/// <summary>All a burst did; the host stores it in one transaction or not at all.</summary>
public sealed record WorkflowCommit
{
    /// <summary>Id of the instance.</summary>
    public required string InstanceId { get; init; }

    /// <summary>Stable id of its definition.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Version id of its definition.</summary>
    public required string DefinitionVersionId { get; init; }

    /// <summary>Version number of its definition.</summary>
    public required int DefinitionVersion { get; init; }

    /// <summary>State after the burst.</summary>
    public required WorkflowState State { get; init; }

    /// <summary>Main status after the burst.</summary>
    public required WorkflowStatus Status { get; init; }

    /// <summary>Sub-status after the burst.</summary>
    public required WorkflowSubStatus SubStatus { get; init; }

    /// <summary>Name of the instance, or null.</summary>
    public string? Name { get; init; }

    /// <summary>Correlation id, or null.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Instance that started this one, or null.</summary>
    public string? ParentInstanceId { get; init; }

    /// <summary>Bookmarks made in this burst that still exist.</summary>
    public IReadOnlyList<Bookmark> BookmarksCreated { get; init; } = [];

    /// <summary>Ids of bookmarks of earlier bursts that no longer exist: used, cancelled or replaced.</summary>
    public IReadOnlyList<string> BookmarksBurnt { get; init; } = [];

    /// <summary>New journal lines in order.</summary>
    public IReadOnlyList<JournalEntry> Journal { get; init; } = [];

    /// <summary>Records touched in this burst, by start.</summary>
    public IReadOnlyList<ActivityRecord> ActivityRecords { get; init; } = [];

    /// <summary>Incidents of this burst; all of them are in <see cref="WorkflowState.Incidents"/>.</summary>
    public IReadOnlyList<Incident> Incidents { get; init; } = [];

    /// <summary>What the host must carry out afterwards.</summary>
    public IReadOnlyList<WorkflowEffect> Effects { get; init; } = [];

    /// <summary>Workflow output by name; empty when none.</summary>
    public JsonObject Output { get; init; } = [];

    /// <summary>Commits of instances that ExecuteWorkflow ran inside this burst; store them in the same transaction, these first.</summary>
    public IReadOnlyList<WorkflowCommit> Children { get; init; } = [];

    /// <summary>The answer to the HTTP request of this burst, or null when no activity wrote one.</summary>
    public WorkflowHttpResponse? HttpResponse { get; init; }

    /// <summary>False when the stimulus met nothing: unknown bookmark, finished instance. Nothing needs to be stored then.</summary>
    public bool Applied { get; init; } = true;

    /// <summary>The records as the burst left them, for those who show live values; nothing of it is stored.</summary>
    internal IReadOnlyList<ActivityContext> LiveRecords { get; init; } = [];
}
