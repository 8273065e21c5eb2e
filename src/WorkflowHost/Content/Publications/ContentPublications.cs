using System.Data;
using System.Data.Common;
using Formio;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Audit;
using WorkflowHost.Data;
using WorkflowHost.Trials;

namespace WorkflowHost.Content.Publications;

/// <summary>
/// Publishes files together or not at all. The whole is judged first, without any lock; then one short transaction looks whether
/// everything still stands as it was judged, adds the versions and the record, and commits. Staff submit meanwhile as always,
/// and what has begun keeps its version.
/// </summary>
/// <param name="db">Of the request.</param>
/// <param name="content">Refreshed after every publication.</param>
/// <param name="judge">Says what is wrong with the whole.</param>
/// <param name="clock">Dates the versions.</param>
/// <param name="examples">Lives the example cases through; null inside a trial, which publishes nothing.</param>
public sealed class ContentPublications(
    WorkDb db, PublishedContent content, ContentJudge judge, TimeProvider clock, ExampleCases? examples = null)
{
    private const int Attempts = 3;

    public Task<ContentStand> StandAsync(CancellationToken ct) => ContentStand.ReadAsync(db, ct);

    /// <summary>What the order would make of the whole; publishes nothing.</summary>
    public ContentJudgement Judge(ContentStand stand, PublicationOrder order)
    {
        ArgumentNullException.ThrowIfNull(stand);
        return judge.Judge(stand.Files, TextsOf(stand, order));
    }

    public async Task<PublicationAnswer> PublishAsync(PublicationOrder order, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(order);
        for (var attempt = 1; ; attempt++)
        {
            var stand = await ContentStand.ReadAsync(db, ct);
            var moved = order.Files.Where(file => stand.TokenOf(file.Path) != file.Token).Select(file => file.Path).ToList();
            if (moved.Count > 0)
                return new PublicationAnswer.Stale(moved);
            var judged = judge.Judge(stand.Files, TextsOf(stand, order));
            if (!judged.MayStand)
                return new PublicationAnswer.Refused(judged.Mistakes);
            if (await LiveExamplesAsync(stand, order, ct) is { Count: > 0 } differences)
                return new PublicationAnswer.Refused([.. judged.Mistakes, .. differences]);
            try
            {
                if (await StoreAsync(order, stand, judged, ct) is { } number)
                {
                    await content.RefreshAsync(ct);
                    return new PublicationAnswer.Published(number, judged.Mistakes);
                }
            }
            // PostgreSQL's provider wraps what may pass on another try once more.
            catch (Exception e) when (attempt < Attempts && (e is InvalidOperationException ? e.InnerException : e) is DbUpdateException or DbException)
            {
                // Somebody else wrote at the same moment: how it stands now is read and judged again.
            }

            db.ChangeTracker.Clear();
            if (attempt == Attempts)
                return new PublicationAnswer.Stale([.. order.Files.Select(file => file.Path)]);
        }
    }

    // On the common page, where everything is published that belongs together; one form by itself has to be quick.
    private async Task<IReadOnlyList<ContentMistake>> LiveExamplesAsync(ContentStand stand, PublicationOrder order, CancellationToken ct)
    {
        if (examples is null || order.Kind != PublicationKind.Together)
            return [];
        var files = new Dictionary<string, string>(stand.Files, StringComparer.Ordinal);
        foreach (var (path, text) in TextsOf(stand, order))
        {
            if (text is null)
                files.Remove(path);
            else
                files[path] = text;
        }

        var differences = await examples.CheckAsync(files, ct);
        if (differences.Count == 0)
            return [];
        // What comes out otherwise as things stand already is not this change's doing; the page of the examples shows it.
        var known = (await examples.CheckAsync(stand.Files, ct)).Select(mistake => mistake.File).ToHashSet(StringComparer.Ordinal);
        return [.. differences.Where(mistake => !known.Contains(mistake.File))];
    }

    // Null when something moved between the judgement and the lock.
    private async Task<int?> StoreAsync(PublicationOrder order, ContentStand stand, ContentJudgement judged, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        if (!await stand.StillStandsAsync(db, order.Files.Select(file => file.Path), ct))
            return null;
        var now = clock.GetUtcNow();
        var shelf = new PublicationShelf(db, judged, stand, order.Actor, now);
        foreach (var file in order.Files.OrderBy(file => judged.Files.GetValueOrDefault(file.Path)?.Kind ?? ContentKind.Plan))
            await shelf.PutAsync(file, ct);
        foreach (var follower in judged.Followers)
            await shelf.FollowAsync(follower, ct);
        var items = await shelf.FinishAsync(ct);
        var row = PublicationRecord.Row(order.Kind, order.Actor, now, items, order.Note, order.TakesBack);
        db.Publications.Add(row);
        await db.SaveChangesAsync(ct);
        db.Audit.Add(new AuditEntry
        {
            At = now, Actor = order.Actor, Action = "content.published", Subject = "publication", SubjectId = $"{row.Number}",
            DetailJson = System.Text.Json.JsonSerializer.Serialize(items.Select(item => $"{item.Path}/{item.To}"), ContentJson.Options),
        });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.ChangeTracker.Clear();
        return row.Number;
    }

    private static Dictionary<string, string?> TextsOf(ContentStand stand, PublicationOrder order) => order.Files.ToDictionary(
        file => file.Path, file => file.IsDraft ? stand.Drafts.GetValueOrDefault(file.Path)?.Text : file.Text, StringComparer.Ordinal);
}
