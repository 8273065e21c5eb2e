using System.Text.Json;
using WorkflowHost.Cases;
using WorkflowHost.Data.Sql;
using WorkflowHost.Engine;

namespace WorkflowHost.Data;

public sealed partial class WorkSession
{
    private readonly Dictionary<string, InstanceInWork> _instances = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredBookmark> _bookmarksMade = new(StringComparer.Ordinal);
    private readonly HashSet<string> _bookmarksBurnt = new(StringComparer.Ordinal);
    private readonly List<StoredTimer> _timers = [];
    private readonly List<Write> _bursts = [];
    private readonly List<StoredIncident> _incidents = [];
    private readonly List<string> _deleted = [];

    /// <summary>The instance with its state, or null.</summary>
    public StoredInstance? FindInstance(string id)
    {
        return _instances.TryGetValue(id, out var known)
            ? known.Instance
            : Remember(Query(_schema.Run.InstanceWithState, _schema.Run.ReadInstance, id));
    }

    /// <summary>The same without holding a thread while another process reads.</summary>
    public async ValueTask<StoredInstance?> FindInstanceAsync(string id, CancellationToken cancellationToken) =>
        _instances.TryGetValue(id, out var known)
            ? known.Instance
            : Remember(await QueryAsync(_schema.Run.InstanceWithState, _schema.Run.ReadInstance, cancellationToken, id)
                .ConfigureAwait(false));

    /// <summary>The instance that waits at the bookmark, with its state, in one query; null when the bookmark is gone.</summary>
    public async ValueTask<StoredInstance?> FindInstanceAtAsync(string bookmarkId, CancellationToken cancellationToken)
    {
        if (_bookmarksBurnt.Contains(bookmarkId))
            return null;
        return _bookmarksMade.TryGetValue(bookmarkId, out var made)
            ? FindInstance(made.InstanceId)
            : Remember(await QueryAsync(
                _schema.Run.InstanceAtBookmark, _schema.Run.ReadInstance, cancellationToken, bookmarkId).ConfigureAwait(false));
    }

    /// <summary>The bookmark, or null when it does not exist (any more).</summary>
    public StoredBookmark? FindBookmark(string id) =>
        _bookmarksBurnt.Contains(id) ? null
        : _bookmarksMade.GetValueOrDefault(id)
            ?? Query(_schema.Run.BookmarkById, _schema.Bookmarks.Read, id).FirstOrDefault();

    /// <summary>Bookmarks with that hash, oldest first; correlation and instance narrow when given (elsa-semantics 3.3).</summary>
    public IReadOnlyList<StoredBookmark> FindBookmarks(string hash, string? correlationId, string? instanceId) =>
        Query(_schema.Run.BookmarksByHash, _schema.Bookmarks.Read, hash)
            .Where(b => !_bookmarksBurnt.Contains(b.Id))
            .Concat(_bookmarksMade.Values.Where(b => b.Hash == hash))
            .Where(b => correlationId is null || b.CorrelationId == correlationId)
            .Where(b => instanceId is null || b.InstanceId == instanceId)
            .ToList();

    /// <summary>
    /// Stores what a burst did, its inline children first. <paramref name="before"/> is what <see cref="FindInstance"/>
    /// gave for the burst, null for a new instance; when it has moved on meanwhile, the commit ends as
    /// <see cref="CommitResult.Stale"/>. Tasks whose bookmark is burnt and that nobody completed are cancelled.
    /// </summary>
    public void SaveBurst(WorkflowCommit commit, StoredInstance? before)
    {
        foreach (var child in commit.Children)
            SaveBurst(child, FindInstance(child.InstanceId));
        if (!commit.Applied)
            return;

        var instance = Apply(commit, before);
        _bursts.Add(_schema.Run.InsertBurst.With(
            instance.Id, instance.Revision, Now, PackedJson.Of(commit.Journal), PackedJson.Of(commit.ActivityRecords)));
        Burn(commit.BookmarksBurnt);
        foreach (var bookmark in commit.BookmarksCreated)
            Keep(bookmark, commit);
        foreach (var incident in commit.Incidents)
            _incidents.Add(Row(incident, instance.Id));
        foreach (var effect in commit.Effects)
            AddOutbox(MessageFor(effect, instance.Id));
    }

    /// <summary>Removes an instance with everything that hangs on it; its open tasks are cancelled, its cases stay.</summary>
    public void DeleteInstance(string id)
    {
        CancelTasks(id);
        _deleted.Add(id);
        Audit("instance.deleted", "instance", id, null);
    }

    /// <summary>An instance has one object in a session, the one that was read first.</summary>
    private StoredInstance? Remember(List<StoredInstance> found)
    {
        if (found is not [var instance, ..])
            return null;
        if (_instances.TryGetValue(instance.Id, out var known))
            return known.Instance;
        _instances.Add(instance.Id, new InstanceInWork(instance, instance.Revision));
        return instance;
    }

    private StoredInstance Apply(WorkflowCommit commit, StoredInstance? before)
    {
        if (!_instances.TryGetValue(commit.InstanceId, out var work))
        {
            var instance = before ?? new StoredInstance
            {
                Id = commit.InstanceId,
                DefinitionId = commit.DefinitionId,
                DefinitionVersionId = commit.DefinitionVersionId,
                ParentInstanceId = commit.ParentInstanceId,
                CreatedAt = commit.State.CreatedAt,
            };
            work = new InstanceInWork(instance, before?.Revision);
            _instances.Add(instance.Id, work);
        }

        var target = work.Instance;
        work.IsChanged = true;
        work.IsRecorrelated |= target.Revision > 0 && target.CorrelationId != commit.CorrelationId;
        target.DefinitionVersionId = commit.DefinitionVersionId;
        target.Version = commit.DefinitionVersion;
        target.Status = commit.Status;
        target.SubStatus = commit.SubStatus;
        target.CorrelationId = commit.CorrelationId;
        target.Name = commit.Name;
        target.IncidentCount = commit.State.Incidents.Count;
        target.UpdatedAt = commit.State.UpdatedAt;
        target.FinishedAt = commit.State.FinishedAt;
        target.PackedState = PackedJson.Of(commit.State);
        target.Revision++;
        return target;
    }

    private void Burn(IReadOnlyList<string> ids)
    {
        if (ids.Count == 0)
            return;
        foreach (var id in ids)
        {
            if (!_bookmarksMade.Remove(id))
                _bookmarksBurnt.Add(id);
            _timers.RemoveAll(t => t.BookmarkId == id);
        }

        CancelTasks(ids);
    }

    private void Keep(Bookmark bookmark, WorkflowCommit commit)
    {
        _bookmarksMade[bookmark.Id] = new StoredBookmark
        {
            Id = bookmark.Id,
            InstanceId = commit.InstanceId,
            Name = bookmark.Name,
            Hash = bookmark.Hash,
            CorrelationId = commit.CorrelationId,
            ActivityId = bookmark.ActivityId,
            ActivityNodeId = bookmark.ActivityNodeId,
            ActivityInstanceId = bookmark.ActivityInstanceId,
            PayloadJson = bookmark.Payload?.ToJsonString(EngineJson.Options),
            MetadataJson = bookmark.Metadata?.ToJsonString(EngineJson.Options),
            CreatedAt = bookmark.CreatedAt,
        };
        if (bookmark.DueAt is { } due)
            _timers.Add(new StoredTimer { BookmarkId = bookmark.Id, InstanceId = commit.InstanceId, DueAt = due });
    }

    private StoredIncident Row(Incident incident, string instanceId) => new()
    {
        Id = OrderedId.Next(Now),
        InstanceId = instanceId,
        ActivityId = incident.ActivityId,
        ActivityNodeId = incident.ActivityNodeId,
        ActivityType = incident.ActivityType,
        ActivityInstanceId = incident.ActivityInstanceId,
        Message = incident.Message,
        ExceptionJson = incident.Exception is null
            ? null
            : JsonSerializer.Serialize(incident.Exception, EngineJson.Options),
        At = incident.Timestamp,
    };

    private void WriteInstances(List<Write> writes)
    {
        foreach (var work in _instances.Values.Where(w => w.IsChanged))
            work.AddTo(writes, _schema);
        foreach (var id in _bookmarksBurnt)
        {
            writes.Add(_schema.Run.BurnBookmark.Expect(CommitResult.Stale, id));
            writes.Add(_schema.Run.DropTimer.With(id));
        }

        foreach (var bookmark in _bookmarksMade.Values)
            writes.Add(_schema.Bookmarks.InsertOf(bookmark));
        foreach (var timer in _timers)
            writes.Add(_schema.Timers.InsertOf(timer));
        writes.AddRange(_bursts);
        foreach (var incident in _incidents)
            writes.Add(_schema.Incidents.InsertOf(incident));
        foreach (var id in _deleted)
            writes.AddRange(_schema.Run.Delete.Select(statement => statement.With(id)));
    }
}
