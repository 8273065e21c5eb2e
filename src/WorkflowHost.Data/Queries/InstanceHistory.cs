using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Engine;

namespace WorkflowHost.Data.Queries;

/// <summary>Journal and activity records of an instance: the bursts' rows, flattened.</summary>
public static class InstanceHistory
{
    /// <summary>All journal entries by sequence.</summary>
    public static async Task<IReadOnlyList<JournalEntry>> JournalAsync(
        this WorkDb db, string instanceId, CancellationToken cancellationToken)
    {
        var bursts = await BurstsOf(db, instanceId).Select(b => b.Journal)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return bursts.SelectMany(Read<JournalEntry>).OrderBy(e => e.Sequence).ToList();
    }

    /// <summary>The last snapshot of every activity record, by start.</summary>
    public static async Task<IReadOnlyList<ActivityRecord>> ActivityRecordsAsync(
        this WorkDb db, string instanceId, CancellationToken cancellationToken)
    {
        var bursts = await BurstsOf(db, instanceId).Select(b => b.Records)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var latest = new Dictionary<string, ActivityRecord>(StringComparer.Ordinal);
        foreach (var record in bursts.SelectMany(Read<ActivityRecord>))
            latest[record.Id] = record; // a dictionary keeps the place of the first snapshot
        return latest.Values.OrderBy(r => r.StartedAt).ToList();
    }

    private static IQueryable<StoredBurst> BurstsOf(WorkDb db, string instanceId) =>
        db.Bursts.AsNoTracking().Where(b => b.InstanceId == instanceId).OrderBy(b => b.Sequence);

    private static List<T> Read<T>(string json) => JsonSerializer.Deserialize<List<T>>(json, EngineJson.Options) ?? [];
}
