namespace WorkflowHost.Data;

/// <summary>
/// What one burst wrote into the journal and the activity records: one row, flattened on read
/// (<see cref="Queries.InstanceHistory"/>); packed in the file.
/// </summary>
public sealed class StoredBurst
{
    public required string InstanceId { get; init; }

    /// <summary>Position among the instance's bursts, from 1.</summary>
    public long Sequence { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>JSON list of journal entries.</summary>
    public required string Journal { get; init; }

    /// <summary>JSON list of activity records; a later burst may hold a newer snapshot of the same record.</summary>
    public required string Records { get; init; }
}
