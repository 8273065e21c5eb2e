using System.Text.Json.Nodes;
using WorkflowHost.Cases.Tasks;

namespace WorkflowHost.Cases.World;

public abstract partial class CaseWorld
{
    private readonly Dictionary<Guid, HumanTask> _tasks = [];

    /// <summary>The task, or null.</summary>
    public HumanTask? FindTask(Guid id)
    {
        if (_tasks.TryGetValue(id, out var known))
            return known;
        return LoadTask(id) is { } loaded ? Track(loaded) : null;
    }

    /// <inheritdoc />
    public void OpenTask(HumanTask task)
    {
        if (Plan.FindRole(task.Role) is null)
            throw new CaseWorldException("unknown_role", $"The plan has no role '{task.Role}'.");
        RequireSite(task.SiteKey);
        task.CreatedAt = Now;
        task.State = TaskState.Open;
        task.Revision = 1;
        SetDeadline(task);
        _tasks.Add(task.Id, task);
        Changes.NewTasks.Add(task);
        _new.Add(task);
    }

    /// <inheritdoc />
    public void CancelTasks(string instanceId)
    {
        var loaded = LoadOpenTasks(instanceId).Select(Track).ToList();
        Cancel(loaded.Concat(_tasks.Values.Where(t => t.InstanceId == instanceId)));
    }

    /// <inheritdoc />
    public void CancelTasks(IReadOnlyCollection<string> bookmarkIds)
    {
        var loaded = bookmarkIds.SelectMany(LoadOpenTasksAt).Select(Track).ToList();
        Cancel(loaded.Concat(_tasks.Values.Where(t => bookmarkIds.Contains(t.BookmarkId))));
    }

    /// <summary>The committed task, or null.</summary>
    protected abstract HumanTask? LoadTask(Guid id);

    /// <summary>Committed open tasks of an instance.</summary>
    protected abstract IReadOnlyList<HumanTask> LoadOpenTasks(string instanceId);

    /// <summary>Committed open tasks waiting at a bookmark; normally at most one.</summary>
    protected abstract IReadOnlyList<HumanTask> LoadOpenTasksAt(string bookmarkId);

    /// <summary>Notes that the task is about to change; call it before changing one.</summary>
    protected void Touch(HumanTask task)
    {
        Track(task);
        if (!_new.Contains(task))
            Changes.ChangedTasks.TryAdd(task, task.Revision);
    }

    private HumanTask Track(HumanTask loaded)
    {
        if (_tasks.TryGetValue(loaded.Id, out var known))
            return known;
        _tasks.Add(loaded.Id, loaded);
        return loaded;
    }

    private void Cancel(IEnumerable<HumanTask> tasks)
    {
        foreach (var task in tasks.Distinct().Where(t => t.State == TaskState.Open).ToList())
        {
            Touch(task);
            task.State = TaskState.Cancelled;
            task.ClosedAt = Now;
            EndDeadline(task);
            Audit("task.cancelled", "task", task.Id.ToString(), new JsonObject { ["form"] = task.Form });
        }
    }
}
