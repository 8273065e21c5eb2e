using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Data;
using WorkflowHost.Running;

namespace WorkflowHost.Replay;

/// <summary>
/// Lives through the wave: at each step everybody whose time has come fills their form through the services the pages
/// use, then timers and messages that are due are carried out, then new tasks are noted for when somebody will answer
/// them. All progress is in the database; a run that was killed finds there what was done and goes on.
/// </summary>
internal sealed class ReplayRun(
    Scenario scenario,
    Population population,
    ScenarioScripts scripts,
    VirtualClock clock,
    FormSubmissions submissions,
    WorkDrain drain,
    IWorkStore store,
    IDbContextFactory<WorkDb> databases,
    ReplayProgress progress)
{
    private const int Parallelism = 4;
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(30);

    private readonly Agenda _agenda = new();
    private readonly HashSet<Guid> _noted = [];
    private readonly CaseSubjects _subjects = new(scenario, population);
    private readonly ReplayStaff _staff = new(clock.GetUtcNow());
    private readonly TimeZoneInfo _zone = clock.LocalTimeZone;

    public async Task RunAsync(CancellationToken ct)
    {
        await NoteStartsAsync(ct);
        await NoteTasksAsync(DateTimeOffset.MinValue, ct);
        var end = ScenarioTime.Read(scenario.To.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), _zone);
        while (Next() is { } next && next < end)
        {
            var before = clock.GetUtcNow();
            clock.AdvanceTo(next + Step < end ? next + Step : end);
            await ActAsync(_agenda.Take(clock.GetUtcNow()), ct);
            await drain.DrainAsync(ct);
            await NoteTasksAsync(before, ct);
            progress.At(clock.GetUtcNow(), _agenda.Count);
        }

        clock.AdvanceTo(end);
        await drain.DrainAsync(ct);
    }

    private DateTimeOffset? Next() => (_agenda.Next, store.NextDue()) switch
    {
        (null, var due) => due,
        (var item, null) => item,
        var (item, due) => item < due ? item : due,
    };

    private Task ActAsync(IReadOnlyList<AgendaItem> items, CancellationToken ct)
    {
        var lanes = items.GroupBy(Lane, StringComparer.Ordinal);
        return Parallel.ForEachAsync(
            lanes,
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = ct },
            async (lane, stop) =>
            {
                foreach (var item in lane)
                    await ActAsync(item, stop);
            });
    }

    private async Task ActAsync(AgendaItem item, CancellationToken ct)
    {
        clock.ActAt(item.At);
        var submission = item switch
        {
            FillStart fill => Fill(fill),
            AnswerTask answer => Answer(answer),
            _ => throw new InvalidOperationException($"Unknown item {item.GetType().Name}."),
        };
        var outcome = await submissions.SubmitAsync(submission, ct);
        progress.Submitted(item, outcome);
    }

    private FormSubmission Fill(FillStart fill)
    {
        var start = fill.Start;
        var room = scripts.Room(fill.Subject, start.Form);
        return new FormSubmission
        {
            Target = new SubmissionTarget.StartForm(start.Form),
            Data = FillForm(start.Form, room, []),
            IdempotencyKey = StartKey(fill),
            By = _staff.Of(start.Role, Site(start, fill.Subject)),
            Site = Site(start, fill.Subject),
        };
    }

    private FormSubmission Answer(AnswerTask answer)
    {
        var task = answer.Task;
        var prefill = task.Prefill();
        return new FormSubmission
        {
            Target = new SubmissionTarget.OpenTask(task.Id),
            // What a browser sends is the form it was given, changed.
            Data = FillForm(task.Form, TaskRoom(task, answer.Subject, prefill, null).With("visit", answer.Visit), prefill),
            IdempotencyKey = $"replay:{scenario.Key}:{task.Form}:{answer.Subject?.Identity}:{task.Id}",
            By = _staff.For(task),
            Site = task.SiteKey,
        };
    }

    private JsonObject FillForm(string form, ScriptRoom room, JsonObject begun)
    {
        var data = (JsonObject)begun.DeepClone();
        foreach (var (component, script) in AnswersOf(form).Data)
        {
            var value = scripts.Evaluate(script, room, $"$.forms.{form}.data.{component}");
            if (value.IsDefined)
                data[component] = value.Node;
            else
                data.Remove(component);
        }

        return data;
    }

    private async Task NoteStartsAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var prefix = StartPrefix();
        var done = (await db.Submissions.Where(s => s.IdempotencyKey.StartsWith(prefix)).Select(s => s.IdempotencyKey).ToListAsync(ct))
            .ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < scenario.Starts.Count; i++)
        {
            var start = scenario.Starts[i];
            foreach (var subject in start.Each == "once" ? (IEnumerable<Subject?>)[null] : population.Each(start.Each))
            {
                var room = scripts.Room(subject, $"start:{start.Form}");
                if (start.When is not null && !scripts.Truthy(start.When, room, $"$.starts[{i}].when"))
                    continue;
                var at = ScenarioTime.Read(scripts.Text(start.At, room, $"$.starts[{i}].at"), _zone);
                var item = new FillStart(at, start, subject);
                if (!done.Contains(StartKey(item)))
                    _agenda.Add(item);
            }
        }

        progress.Planned(_agenda.Count, done.Count);
    }

    // Tasks carry the time of the burst that opened them, which lies within the step that has just passed.
    private async Task NoteTasksAsync(DateTimeOffset since, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var open = await db.Tasks.AsNoTracking()
            .Where(t => t.State == TaskState.Open && t.CreatedAt >= since)
            .OrderBy(t => t.CreatedAt).ThenBy(t => t.Id)
            .ToListAsync(ct);
        var fresh = open.Where(task => _noted.Add(task.Id)).ToList();
        var subjects = await _subjects.FindAsync(db, fresh.Where(t => t.CaseId is not null).Select(t => t.CaseId!.Value), ct);
        foreach (var task in fresh)
        {
            var subject = task.CaseId is { } id ? subjects.GetValueOrDefault(id) : null;
            var visit = scripts.Asks(AnswersOf(task.Form), "visit") ? await CountVisitsAsync(db, task, ct) : 0;
            var room = TaskRoom(task, subject, task.Prefill(), task.CreatedAt).With("visit", visit);
            var delay = scripts.Number(AnswersOf(task.Form).DelayHours, room, $"$.forms.{task.Form}.delayHours");
            _agenda.Add(new AnswerTask(InOfficeHours(task.CreatedAt.AddHours(Math.Max(0, delay)), subject), task, subject) { Visit = visit });
        }
    }

    private static Task<int> CountVisitsAsync(WorkDb db, HumanTask task, CancellationToken ct) => task.CaseId is null
        ? Task.FromResult(0)
        : db.Tasks.CountAsync(t => t.CaseId == task.CaseId && t.Form == task.Form && t.State == TaskState.Completed, ct);

    private ScriptRoom TaskRoom(HumanTask task, Subject? subject, JsonObject prefill, DateTimeOffset? now) =>
        scripts.Room(subject, $"{task.Form}:{task.ActivityId}", now)
            .With("prefill", prefill)
            .With("task", () => new JsonObject
            {
                ["form"] = task.Form,
                ["role"] = task.Role,
                ["site"] = task.SiteKey,
                ["title"] = task.Title,
                ["outcomes"] = new JsonArray([.. task.Outcomes.Select(outcome => JsonValue.Create(outcome))]),
            });

    // The delay decides the day; somebody who would answer at night does so the next morning, not all at the same minute.
    private DateTimeOffset InOfficeHours(DateTimeOffset at, Subject? subject)
    {
        var local = TimeZoneInfo.ConvertTime(at, _zone);
        var opening = TimeSpan.FromHours(scenario.Hours.From);
        if (local.TimeOfDay >= opening && local.TimeOfDay < TimeSpan.FromHours(scenario.Hours.To))
            return at;
        var day = local.TimeOfDay < opening ? local.Date : local.Date.AddDays(1);
        var minutes = new KeyedRandom(scenario.Seed, "morning", subject?.Identity ?? "").Between(0, 150);
        return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(day + opening + TimeSpan.FromMinutes(minutes), _zone));
    }

    private string Lane(AgendaItem item)
    {
        if (item.Subject is not { } subject)
            return "";
        return scenario.Lane is null ? subject.Identity : scripts.Text(scenario.Lane, scripts.Room(subject, "lane"), "$.lane");
    }

    private string? Site(ScenarioStart start, Subject? subject) =>
        start.Site is null ? null : scripts.Text(start.Site, scripts.Room(subject, start.Form), "$.starts.site");

    private FormAnswers AnswersOf(string form) => scenario.Forms.GetValueOrDefault(form)
        ?? throw new ScenarioException($"$.forms: nobody knows how to answer '{form}', which a workflow asked for");

    private string StartPrefix() => Population.Invariant($"replay:{scenario.Key}:{scenario.Seed}:start:");

    private string StartKey(FillStart fill) => $"{StartPrefix()}{fill.Start.Form}:{fill.Subject?.Identity}";
}
