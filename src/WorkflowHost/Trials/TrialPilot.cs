using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Engine;
using WorkflowHost.Replay;
using WorkflowHost.Running;

namespace WorkflowHost.Trials;

/// <summary>Answers whatever is asked, lets time pass when nothing is, and says where it could go no further.</summary>
internal sealed class TrialPilot(TrialWorld world, TrialActs acts)
{
    private const int MostVisits = 12;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(400);

    private readonly HashSet<Guid> _stuck = [];
    private readonly Dictionary<string, int> _visits = new(StringComparer.Ordinal);

    /// <summary>Answers given so far.</summary>
    public int Answered { get; private set; }

    /// <summary>Answers one task; null when it was taken.</summary>
    public async Task<TrialStop?> AnswerAsync(HumanTask task, string? about, long seed, CancellationToken ct)
    {
        var form = await acts.FormOfAsync(task, ct);
        var visit = _visits[$"{task.Form}\n{task.CaseId}"] = _visits.GetValueOrDefault($"{task.Form}\n{task.CaseId}") + 1;
        if (visit > MostVisits)
            return new TrialStop(TrialStopKind.Repeats, task.Form, about, $"{MostVisits}");
        // By what the task is about and not by its number, which every run makes anew: the same seed, the same answers.
        var own = new KeyedRandom(seed, task.Form, about ?? "", $"{visit}").Between(0, int.MaxValue - 1);
        var filled = acts.Fill(form, task.Prefill(), own);
        if (!filled.IsValid)
            return new TrialStop(TrialStopKind.Unfillable, task.Form, about, string.Join("; ", filled.Unfilled.Take(5).Select(field => $"{field.Label}: {field.Message}")));
        var answer = await acts.AnswerAsync(task, filled.Data, "es", ct);
        Answered++;
        return answer switch
        {
            SubmissionAnswer.Accepted => null,
            SubmissionAnswer.Conflict conflict => new TrialStop(TrialStopKind.Refused, task.Form, about, conflict.Code),
            var other => new TrialStop(TrialStopKind.Refused, task.Form, about, other.GetType().Name),
        };
    }

    /// <summary>Goes on until nothing is asked and nothing is due any more, or the bound is reached.</summary>
    public async Task<IReadOnlyList<TrialStop>> RunAsync(long seed, int most, IProgress<int>? progress, CancellationToken ct)
    {
        var stops = new List<TrialStop>();
        var end = world.Clock.GetUtcNow() + Longest;
        while (true)
        {
            var open = (await acts.OpenTasksAsync(ct)).Where(one => !_stuck.Contains(one.Task.Id)).ToList();
            foreach (var (task, about) in open)
            {
                if (Answered >= most)
                {
                    stops.Add(new TrialStop(TrialStopKind.TooLong, null, null, $"{most}"));
                    return stops;
                }

                // A task that an earlier answer of this round has closed is no trouble.
                if (await acts.FindTaskAsync(task.Id, ct) is not null && await AnswerAsync(task, about, seed, ct) is { } stop)
                {
                    _stuck.Add(task.Id);
                    stops.Add(stop);
                }

                progress?.Report(Answered);
            }

            if (open.Count > 0)
                continue;
            if (world.Store.NextDue() is not { } due || due > end || !await acts.AdvanceToNextAsync(ct))
                break;
        }

        stops.AddRange(await FindDeadEndsAsync(ct));
        return stops;
    }

    /// <summary>Instances that failed, or that wait for what nobody here will send.</summary>
    public async Task<IReadOnlyList<TrialStop>> FindDeadEndsAsync(CancellationToken ct)
    {
        await using var db = world.OpenDb();
        var incidents = await db.Incidents.AsNoTracking().ToListAsync(ct);
        var taskBookmarks = await db.Tasks.Where(task => task.State == TaskState.Open).Select(task => task.BookmarkId).ToListAsync(ct);
        var timers = await db.Timers.Select(timer => timer.BookmarkId).ToListAsync(ct);
        var waiting = await (
            from bookmark in db.Bookmarks.AsNoTracking()
            join instance in db.Instances.AsNoTracking() on bookmark.InstanceId equals instance.Id
            where instance.Status == WorkflowStatus.Running && bookmark.Name == "Elsa.Event"
            select bookmark).ToListAsync(ct);
        return
        [
            .. incidents.GroupBy(one => (one.ActivityId, one.Message)).Select(group =>
                new TrialStop(TrialStopKind.Incident, null, group.Key.ActivityId, group.Key.Message) { Count = group.Count() }),
            .. waiting.Where(one => !taskBookmarks.Contains(one.Id) && !timers.Contains(one.Id)).GroupBy(one => one.ActivityId).Select(group =>
                new TrialStop(TrialStopKind.WaitsForEvent, null, group.Key, EventName(group.First().PayloadJson)) { Count = group.Count() }),
        ];
    }

    internal static string EventName(string? payload) =>
        payload is null ? "" : System.Text.Json.Nodes.JsonNode.Parse(payload) is System.Text.Json.Nodes.JsonObject known
            ? (known["EventName"] ?? known["eventName"])?.ToString() ?? ""
            : "";
}
