using WorkflowHost.Cases.Files;
using WorkflowHost.Cases.World;
using WorkflowHost.Data.Sql;

namespace WorkflowHost.Data;

/// <summary>From what a unit changed in the case world to statements. Updates before inserts: a moved person's old stay must go first.</summary>
internal sealed class CaseWrites(WorkSchema schema, CaseChanges changes, KeysInWork places)
{
    public void AddTo(List<Write> writes)
    {
        Updates(writes);
        Places(writes);
        foreach (var file in changes.NewCases)
            writes.Add(schema.Cases.InsertOf(file, CommitResult.Stale));
        Keys(writes);
        Insert(writes, schema.Links, changes.Links, ifNew: true);
        Insert(writes, schema.Tasks, changes.NewTasks);
        foreach (var (task, due) in changes.TaskTimers)
            writes.Add(due is { } at ? schema.Queue.SetTaskTimer.With(task, at) : schema.Queue.DropTaskTimer.With(task));
        Insert(writes, schema.Referrals, changes.Referrals);
        Insert(writes, schema.Facts, changes.Facts);
        Insert(writes, schema.Audit, changes.Audit);
    }

    private void Updates(List<Write> writes)
    {
        foreach (var (task, revision) in changes.ChangedTasks)
        {
            task.Revision = revision + 1;
            writes.Add(schema.Case.UpdateTask.Expect(
                CommitResult.Stale,
                task.SiteKey, task.Priority, task.DueAt, task.State, task.ClaimedBy, task.ClosedAt,
                task.CompletedBy, task.SubmissionId, task.Outcome, task.Role, task.DeadlineJson,
                task.DeadlineStep, task.Reminders, task.RemindedAt, task.Escalations,
                task.EscalatedAt, task.EscalatedTo, task.EscalatedFrom,
                task.EscalatedEverywhere, task.Revision, task.Id, revision));
        }

        foreach (var (file, revision) in changes.ChangedCases)
        {
            file.Revision = revision + 1;
            writes.Add(schema.Case.Update.Expect(
                CommitResult.Stale,
                file.Title, file.State, file.IsOpen, file.SiteKey, file.DataJson,
                file.SearchText, file.UpdatedAt, file.ClosedAt, file.Revision, file.Id, revision));
        }

        foreach (var (site, revision) in changes.ChangedSites)
        {
            site.Revision = revision + 1;
            writes.Add(schema.Place.UpdateSite.Expect(
                CommitResult.Stale,
                site.State, site.OpenedAt, site.ClosedAt, site.UpdatedAt, site.Revision, site.Key, revision));
        }

        foreach (var (stay, state) in changes.ChangedStays)
        {
            writes.Add(schema.Place.UpdateStay.Expect(
                CommitResult.Stale, stay.State, stay.OccupiedAt, stay.LeftAt, stay.LeftReason, stay.Id, state));
        }
    }

    private void Places(List<Write> writes)
    {
        foreach (var site in changes.NewSites)
            writes.Add(schema.Sites.InsertOf(site, CommitResult.Stale));
        foreach (var pool in changes.NewPools)
            writes.Add(schema.Pools.InsertOf(pool, CommitResult.Stale)); // already holds what this unit took
        foreach (var pool in changes.ResizedPools)
            writes.Add(schema.Place.Resize.With(pool.Capacity, pool.Id));

        var made = changes.NewPools.Select(p => p.Id).ToHashSet();
        // Always in the same order, so that two units never wait for each other in a circle.
        foreach (var (pool, places) in changes.Takes.Where(t => !made.Contains(t.Key)).OrderBy(t => t.Key))
        {
            if (places > 0)
                writes.Add(schema.Place.Take.Expect(CommitResult.NoCapacity, places, pool, places));
            else if (places < 0)
                writes.Add(schema.Place.GiveBack.With(places, pool));
        }

        foreach (var stay in changes.NewStays)
            writes.Add(schema.Stays.InsertOf(stay, CommitResult.Stale));
    }

    private void Keys(List<Write> writes)
    {
        foreach (var (file, keys) in changes.Keys)
        {
            if (changes.ChangedCases.ContainsKey(file))
                writes.Add(schema.Case.ForgetKeys.With(file.Id));
            foreach (var (name, value) in keys)
            {
                var row = new CaseIdentity
                {
                    CaseId = file.Id, CaseType = file.Type, Name = name, Value = value,
                    Ordinal = places.Next((file.Type, name, value)),
                };
                writes.Add(schema.Identities.InsertOf(row, row.Ordinal < 0 ? null : CommitResult.Stale));
            }
        }
    }

    private static void Insert<T>(List<Write> writes, TableMap<T> table, List<T> rows, bool ifNew = false)
        where T : class
    {
        foreach (var row in rows)
        {
            var write = table.InsertOf(row);
            writes.Add(ifNew ? write with { Statement = table.InsertIfNew } : write);
        }
    }
}
