using WorkflowHost.Engine;

namespace WorkflowHost.Data;

/// <summary>A workflow instance without its state: what lists and lookups need.</summary>
public sealed class StoredInstance
{
    /// <summary>16 hex digits.</summary>
    public required string Id { get; init; }

    public required string DefinitionId { get; init; }

    /// <summary>The version it began with, or was migrated to on purpose.</summary>
    public required string DefinitionVersionId { get; set; }

    public int Version { get; set; }

    public string? ParentInstanceId { get; init; }

    public WorkflowStatus Status { get; set; }

    public WorkflowSubStatus SubStatus { get; set; }

    public string? CorrelationId { get; set; }

    public string? Name { get; set; }

    public int IncidentCount { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Number of bursts committed; the next one must be based on it.</summary>
    public long Revision { get; set; }

    /// <summary>
    /// State of the last commit as JSON; null where only the row was read. For reading on purpose: the hot path takes
    /// <see cref="ParseState"/>.
    /// </summary>
    public string? StateJson => PackedState is null ? null : PackedText.UnpackText(PackedState);

    /// <summary>The state as stored (<see cref="PackedText"/>). Only <see cref="WorkSession"/> fills it.</summary>
    internal byte[]? PackedState { get; set; }

    /// <summary>State of the last commit; null where only the row was read.</summary>
    public WorkflowState? ParseState() => PackedState is null ? null : PackedText.Read(PackedState, WorkflowState.Parse);
}
