using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Audit;
using WorkflowHost.Content;
using WorkflowHost.Data;

namespace WorkflowHost.Trials;

/// <summary>Keeps example cases with the content, every change a version of its own.</summary>
public sealed class ExampleShelf(IDbContextFactory<WorkDb> databases, TimeProvider clock)
{
    /// <summary>Keeps one under its key, in place of one that was there. False when there are too many.</summary>
    public async Task<bool> KeepAsync(CaseExample example, string actor, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var known = await db.Contents.Where(text => text.Kind == ContentVersions.CaseExampleKind).Select(text => text.Key).Distinct().ToListAsync(ct);
        if (!known.Contains(example.Key) && known.Count >= ExampleCases.Most)
            return false;
        await WriteAsync(db, example.Key, example.ToJson().ToJsonString(ContentJson.Options), "example.kept", actor, ct);
        return true;
    }

    /// <summary>Takes one away; its versions stay, the newest says that it is gone.</summary>
    public async Task ForgetAsync(string key, string actor, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Contents.AnyAsync(text => text.Kind == ContentVersions.CaseExampleKind && text.Key == key, ct))
            await WriteAsync(db, key, ContentVersions.Gone, "example.forgotten", actor, ct);
    }

    private async Task WriteAsync(WorkDb db, string key, string json, string action, string actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await new ContentVersions(db, actor, now).AddTextAsync(ContentVersions.CaseExampleKind, key, json, ct);
        db.Audit.Add(new AuditEntry { At = now, Actor = actor, Action = action, Subject = "example", SubjectId = key });
        await db.SaveChangesAsync(ct);
    }
}
