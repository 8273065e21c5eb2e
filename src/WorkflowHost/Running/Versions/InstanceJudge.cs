using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Data.Queries;
using WorkflowHost.Engine;
using WorkflowHost.Engine.Versions;

namespace WorkflowHost.Running.Versions;

/// <summary>Says what a migration means for one instance: what the engine finds, and what its open tasks add.</summary>
internal sealed class InstanceJudge(PublishedContent content, VersionMaps maps, WorkDb db)
{
    private static readonly HashSet<string> Nothing = [];

    /// <summary>The forecast, and the move that carries it out; no move when its version is gone.</summary>
    public async Task<(InstanceForecast Forecast, VersionMove? Move)> JudgeAsync(
        StoredInstance instance, string stateJson, IReadOnlyList<HumanTask> openTasks, CancellationToken ct)
    {
        if (await maps.FromAsync(instance.DefinitionVersionId, ct) is not { } map)
        {
            return (new InstanceForecast(
                instance.Id, instance.Version, MigrationVerdict.NeedsPerson, [], [new MigrationReason(MigrationReason.VersionGone, "")], []), null);
        }

        var move = await MoveAsync(map, instance.Id, WorkflowState.Parse(stateJson), ct);
        var reasons = new List<MigrationReason>();
        foreach (var problem in move.Problems)
            reasons.Add(new MigrationReason(IsTaskLost(move, problem, openTasks) ? MigrationReason.TaskLost : problem.Code, problem.Step));
        foreach (var wait in move.Waits.Where(wait => wait.To is not null))
        {
            if (openTasks.FirstOrDefault(task => task.BookmarkId == wait.BookmarkId) is { } task)
                reasons.AddRange(await ReasonsOfAsync(wait.From, wait.To!, task, ct)); // filtered
        }

        reasons.AddRange(move.LostVariables.Select(name => new MigrationReason(MigrationReason.AnswerLost, "", name)));
        return (new InstanceForecast(
            instance.Id, instance.Version, VerdictOf(move, reasons), [.. move.Waits.Select(StepOf)], reasons, move.SkippedSteps), move);
    }

    // The history of an instance is read only when the answer depends on it.
    private async Task<VersionMove> MoveAsync(VersionMap map, string instanceId, WorkflowState state, CancellationToken ct)
    {
        var asked = false;
        var move = VersionMove.Of(map, state, () =>
        {
            asked = true;
            return Nothing;
        });
        if (!asked)
            return move;
        var records = await db.ActivityRecordsAsync(instanceId, ct);
        var finished = records.Where(record => record.Status == ActivityStatus.Completed).Select(record => record.ActivityNodeId)
            .ToHashSet(StringComparer.Ordinal);
        return VersionMove.Of(map, state, () => finished);
    }

    private async Task<List<MigrationReason>> ReasonsOfAsync(
        ActivityNode from, ActivityNode to, HumanTask task, CancellationToken ct)
    {
        var reasons = new List<MigrationReason>();
        var step = NameOf(from);
        var asksFor = DefinitionActivities.Literal(to.Json, "form");
        if (await content.FindFormVersionAsync(task.Form, task.FormVersion, ct) is null)
            reasons.Add(new MigrationReason(MigrationReason.FormVanished, step, task.Form));
        else if (asksFor is not null && content.Current.FindForm(asksFor) is null)
            reasons.Add(new MigrationReason(MigrationReason.FormVanished, step, asksFor));
        else if (asksFor is not null && asksFor != task.Form)
            reasons.Add(new MigrationReason(MigrationReason.FormChanged, step, asksFor));
        foreach (var outcome in task.Outcomes.DefaultIfEmpty(Activities.FormTask.DefaultOutcome))
        {
            if (VersionMap.LeadsOn(from, outcome) && !VersionMap.LeadsOn(to, outcome))
                reasons.Add(new MigrationReason(MigrationReason.OutcomeVanished, step, outcome));
        }

        return reasons;
    }

    private static bool IsTaskLost(VersionMove move, MoveProblem problem, IReadOnlyList<HumanTask> openTasks) =>
        problem.Code is MoveProblem.StepVanished or MoveProblem.StepOfOtherKind
        && move.Waits.Any(wait => wait.From.Id == problem.ActivityId && openTasks.Any(task => task.BookmarkId == wait.BookmarkId));

    private static MigrationVerdict VerdictOf(VersionMove move, List<MigrationReason> reasons) =>
        reasons.Exists(reason => reason.Code is MigrationReason.TaskLost or MigrationReason.AnswerLost) ? MigrationVerdict.WouldLose
        : reasons.Count > 0 ? MigrationVerdict.NeedsPerson
        : move.Waits.All(wait => wait.Stays) ? MigrationVerdict.Stays
        : MigrationVerdict.Moves;

    private static StepForecast StepOf(MoveWait wait) =>
        new(wait.From.Id, NameOf(wait.From), wait.From.TypeName, wait.To is { } to ? NameOf(to) : null);

    private static string NameOf(ActivityNode node) => node.Name ?? node.Id;
}
