using System.Text.Json.Nodes;
using Formio;
using Formio.Answers;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Content;
using WorkflowHost.Running;

namespace WorkflowHost.Trials;

/// <summary>
/// What a person does in a trial: through the same services as the pages, as whatever role the work asks for. Notes each
/// act, so that what was lived can be kept as an example.
/// </summary>
internal sealed class TrialActs(TrialWorld world)
{
    /// <summary>Timers fired on the way to a later time; a plan that keeps waking up must not hold the page for ever.</summary>
    private const int MostStops = 500;

    private static readonly TimeSpan Between = TimeSpan.FromMinutes(5);

    private readonly FormAnswers _answers = new(world.Processor);
    private readonly List<TrialStep> _steps = [];

    public IReadOnlyList<TrialStep> Steps => _steps;

    public async Task<SubmissionAnswer> StartAsync(string form, JsonObject data, string? site, string language, CancellationToken ct)
    {
        var start = world.Content.Current.FindStart(form);
        if (start is null || world.Content.Current.FindForm(form) is not { } published)
            return new SubmissionAnswer.NotFound();
        var role = start.Role ?? RoleThatStarts(published.Sensitivity);
        var answer = await SubmitAsync(new SubmissionTarget.StartForm(form), data, role, site, language, ct);
        if (answer is SubmissionAnswer.Accepted)
            _steps.Add(new TrialStep.Started(form, site, (JsonObject)data.DeepClone()));
        return answer;
    }

    public async Task<SubmissionAnswer> AnswerAsync(HumanTask task, JsonObject data, string language, CancellationToken ct)
    {
        var about = await AboutAsync(task, ct);
        var answer = await SubmitAsync(new SubmissionTarget.OpenTask(task.Id), data, task.Role, task.SiteKey, language, ct);
        if (answer is SubmissionAnswer.Accepted)
            _steps.Add(new TrialStep.Answered(task.Form, about, AnswerChange.Of(task.Prefill(), data)));
        return answer;
    }

    public async Task<HumanTask?> FindTaskAsync(Guid id, CancellationToken ct)
    {
        await using var db = world.OpenDb();
        return await db.Tasks.AsNoTracking().SingleOrDefaultAsync(task => task.Id == id && task.State == TaskState.Open, ct);
    }

    /// <summary>Open tasks, oldest first; those of the same moment by what they are about.</summary>
    public async Task<IReadOnlyList<(HumanTask Task, string? About)>> OpenTasksAsync(CancellationToken ct)
    {
        await using var db = world.OpenDb();
        var open = await db.Tasks.AsNoTracking().Where(task => task.State == TaskState.Open).ToListAsync(ct);
        var ids = open.Select(task => task.CaseId).OfType<Guid>().Distinct().ToList();
        var titles = await db.Cases.AsNoTracking().Where(file => ids.Contains(file.Id)).ToDictionaryAsync(file => file.Id, file => file.Title, ct);
        return
        [
            .. open.Select(task => (Task: task, About: task.CaseId is { } id ? titles.GetValueOrDefault(id) : null))
                .OrderBy(one => one.Task.CreatedAt).ThenBy(one => one.Task.Form, StringComparer.Ordinal)
                .ThenBy(one => one.About, StringComparer.Ordinal).ThenBy(one => one.Task.Id),
        ];
    }

    /// <summary>Answers of the generator for a form of the trial, over what it opens with.</summary>
    public AnsweredForm Fill(PublishedForm form, JsonObject begun, long seed, int? rows = null) => _answers.Fill(form.Compiled, new AnswerRequest
    {
        Seed = seed,
        Begun = begun,
        Rows = rows,
        Context = new SubmissionContext { TimeZone = world.Content.Plan.TimeZone, TimeProvider = world.Clock },
    });

    public async Task<PublishedForm> FormOfAsync(HumanTask task, CancellationToken ct) =>
        await world.Content.FindFormVersionAsync(task.Form, task.FormVersion, ct)
        ?? throw new InvalidOperationException($"Form {task.Form} version {task.FormVersion} of a trial is gone.");

    /// <summary>Lets time pass; what is due on the way happens at its own time.</summary>
    public async Task AdvanceAsync(TimeSpan span, CancellationToken ct)
    {
        var until = world.Clock.GetUtcNow() + span;
        for (var stop = 0; stop < MostStops && world.Store.NextDue() is { } due && due <= until; stop++)
        {
            world.Clock.AdvanceTo(due);
            if (await world.Drain.DrainAsync(ct) == 0)
                break;
        }

        world.Clock.AdvanceTo(until);
        await world.Drain.DrainAsync(ct);
        if (_steps is [.., TrialStep.Waited before])
            _steps[^1] = new TrialStep.Waited(before.For + span);
        else
            _steps.Add(new TrialStep.Waited(span));
    }

    /// <summary>To the next timer; false when nothing waits for time.</summary>
    public async Task<bool> AdvanceToNextAsync(CancellationToken ct)
    {
        if (world.Store.NextDue() is not { } due)
            return false;
        var span = due - world.Clock.GetUtcNow();
        await AdvanceAsync(span > TimeSpan.Zero ? span : TimeSpan.Zero, ct);
        return true;
    }

    /// <summary>An event from outside arrives.</summary>
    public async Task TellAsync(string name, JsonNode? data, CancellationToken ct)
    {
        await world.Stimuli.SendEventAsync(name, data, null, null, "trial", ct);
        await world.Drain.DrainAsync(ct);
        _steps.Add(new TrialStep.Told(name, data?.DeepClone()));
    }

    private async Task<SubmissionAnswer> SubmitAsync(
        SubmissionTarget target, JsonObject data, string role, string? site, string language, CancellationToken ct)
    {
        // People take their time; a story in which all happens in one minute cannot be read.
        world.Clock.AdvanceTo(world.Clock.GetUtcNow() + Between);
        var answer = await world.Submissions.SubmitAsync(
            new FormSubmission
            {
                Target = target,
                Data = data,
                IdempotencyKey = $"trial:{Guid.CreateVersion7():N}",
                By = world.Staff.Of(role, site),
                Site = site,
                Language = language,
            },
            ct);
        await world.Drain.DrainAsync(ct);
        return answer;
    }

    private string RoleThatStarts(Sensitivity sensitivity) =>
        world.Content.Plan.Roles.FirstOrDefault(role =>
            role.Permissions.Contains(Permissions.StartForms) && role.Sensitivities.Contains(sensitivity))?.Key ?? "";

    private async Task<string?> AboutAsync(HumanTask task, CancellationToken ct)
    {
        if (task.CaseId is not { } id)
            return null;
        await using var db = world.OpenDb();
        return await db.Cases.Where(file => file.Id == id).Select(file => file.Title).SingleOrDefaultAsync(ct);
    }
}
