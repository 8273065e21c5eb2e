using Microsoft.EntityFrameworkCore;
using WorkflowHost.Data;

namespace WorkflowHost.Replay;

/// <summary>Notes in the database which replay it belongs to: going on with another seed or size would mix two waves.</summary>
internal static class ReplayMark
{
    public static async Task CheckAsync(IDbContextFactory<WorkDb> databases, Scenario scenario, int people, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var key = $"replay:{scenario.Key}";
        var mark = FormattableString.Invariant($"seed {scenario.Seed}, {people} people");
        var stored = await db.Settings.SingleOrDefaultAsync(s => s.Key == key, ct);
        if (stored is null)
        {
            db.Settings.Add(new Setting { Key = key, Value = mark, UpdatedAt = TimeProvider.System.GetUtcNow() });
            await db.SaveChangesAsync(ct);
        }
        else if (stored.Value != mark)
        {
            throw new ScenarioException($"The database holds another replay ({stored.Value}), not {mark}: name another file with --database.");
        }
    }
}
