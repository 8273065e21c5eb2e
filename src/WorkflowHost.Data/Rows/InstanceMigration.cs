using WorkflowHost.Cases;

namespace WorkflowHost.Data;

/// <summary>A move of running instances to another version of their definition; carried out in slices.</summary>
public sealed class InstanceMigration
{
    public Guid Id { get; init; } = OrderedId.Next();

    public required string DefinitionId { get; init; }

    /// <summary>Version id they move to.</summary>
    public required string ToVersionId { get; init; }

    public int ToVersion { get; init; }

    /// <summary>JSON object: old activity id to new activity id, where they changed.</summary>
    public string MappingJson { get; init; } = "{}";

    /// <summary>Whether instances go although variables with a value are not in the new version.</summary>
    public bool AcceptsLostAnswers { get; init; }

    public MigrationState State { get; set; }

    /// <summary>Id of the last instance dealt with in the current direction; null at its beginning.</summary>
    public string? LastInstanceId { get; set; }

    public int Moved { get; set; }

    /// <summary>Instances that had to stay where they were.</summary>
    public int LeftBehind { get; set; }

    /// <summary>Instances that were taken back.</summary>
    public int TakenBack { get; set; }

    public string CreatedBy { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the last instance was dealt with.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Until when it can be taken back; set when it is finished.</summary>
    public DateTimeOffset? UndoUntil { get; set; }

    /// <summary>Grows with every slice; two workers cannot carry out the same one.</summary>
    public long Revision { get; set; }
}
