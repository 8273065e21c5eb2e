using Microsoft.EntityFrameworkCore;
using WorkflowHost.Data;
using WorkflowHost.Engine;

namespace WorkflowHost.Tests.Soak;

/// <summary>Holds what the database says after a storm against what clients and receiver know.</summary>
internal static class StormAudit
{
    private static readonly string[] HangingOnInstances = ["instance_states", "bursts", "bookmarks", "timers", "incidents", "tasks"];

    public static async Task<IReadOnlyList<string>> FindMistakesAsync(
        WorkDb db, IReadOnlyCollection<string> acknowledged, StormReceiver receiver)
    {
        var mistakes = new List<string>();
        var submissions = await db.Submissions.AsNoTracking().ToDictionaryAsync(s => s.IdempotencyKey[(s.IdempotencyKey.IndexOf(':') + 1)..]);
        Expect(mistakes, acknowledged.Count(key => !submissions.ContainsKey(key)), "acknowledged submissions are lost");

        var instances = await db.Instances.AsNoTracking().ToListAsync();
        Expect(mistakes, submissions.Count - instances.Count, "instances are missing or too many");
        Expect(mistakes, submissions.Values.Select(s => s.InstanceId).Except(instances.Select(i => i.Id)).Count(), "submissions have no instance");
        Expect(mistakes, instances.Count(i => i.SubStatus != WorkflowSubStatus.Finished), "instances are stuck");
        Expect(mistakes, instances.Sum(i => i.IncidentCount), "incidents");

        var facts = await db.Facts.Select(f => f.Subject!).ToListAsync();
        Expect(mistakes, facts.Count - facts.Distinct().Count(), "steps ran twice");
        Expect(mistakes, submissions.Keys.Except(facts).Count(), "submissions were not counted");
        Expect(mistakes, await db.Cases.CountAsync() - submissions.Count, "cases are missing or too many");
        Expect(mistakes, await db.Bookmarks.CountAsync(), "bookmarks are left");
        Expect(mistakes, await db.Outbox.CountAsync(m => m.State != OutboxState.Done), "messages are left");

        Expect(mistakes, instances.Count(i => !receiver.Heard.ContainsKey(i.Id)), "effects were never carried out");
        Expect(mistakes, receiver.Heard.Values.Count(keys => keys.Distinct().Count() > 1), "effects were repeated under another key");
        foreach (var table in HangingOnInstances)
            Expect(mistakes, await CountAsync(db, $"SELECT count(*) AS \"Value\" FROM {table} WHERE instance_id NOT IN (SELECT id FROM instances)"), $"orphans in {table}");
        Expect(mistakes, await CountAsync(db, "SELECT count(*) AS \"Value\" FROM instances WHERE id NOT IN (SELECT instance_id FROM instance_states)"), "instances have no state");
        Expect(mistakes, await CountAsync(db, "SELECT count(*) AS \"Value\" FROM instances i WHERE i.revision <> (SELECT count(*) FROM bursts b WHERE b.instance_id = i.id)"), "instances miss bursts");
        if (db.Database.IsSqlite())
            Expect(mistakes, (await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check").ToListAsync()).Count(line => line != "ok"), "faults in the file");
        return mistakes;
    }

    private static Task<int> CountAsync(WorkDb db, string sql) => db.Database.SqlQueryRaw<int>(sql).SingleAsync();

    private static void Expect(List<string> mistakes, int number, string what)
    {
        if (number != 0)
            mistakes.Add($"{number} {what}");
    }
}
