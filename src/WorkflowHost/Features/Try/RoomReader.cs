using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Indicators;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Data.Queries;
using WorkflowHost.Engine;
using WorkflowHost.Features.Shared.Forms;
using WorkflowHost.Features.Shared.Languages;
using WorkflowHost.Trials;

namespace WorkflowHost.Features.Try;

/// <summary>Reads a trial's own database into what its pages show.</summary>
internal static class RoomReader
{
    // A simulation leaves thousands of rows; nobody reads them one by one.
    private const int MostRows = 200;
    private const int MostInstancesRead = 60;

    private static string Language => ScreenLanguages.Current.Tag;

    public static async Task<RoomPage> ReadAsync(Trial trial, CancellationToken stop)
    {
        // While something long goes on only how far it is may be asked.
        if (!trial.IsOpen || trial.Progress is not null)
            return new RoomPage(trial);
        await using var db = trial.World.OpenDb();
        var plan = trial.Content.Plan;
        var outcome = await CaseOutcome.ReadAsync(trial.World, stop);
        var story = new RoomStory(plan, trial.Content, Language);
        return new RoomPage(trial)
        {
            Starts = trial.Content.StartForms,
            Tasks = [.. (await trial.Acts.OpenTasksAsync(stop)).Take(MostRows).Select(one => new RoomTask(one.Task, RoleTitle(plan, one.Task.Role), SiteTitle(plan, one.Task.SiteKey), one.About))],
            Story = await story.ReadAsync(db, MostRows, stop),
            Cases = [.. (await db.Cases.AsNoTracking().OrderBy(file => file.CreatedAt).ThenBy(file => file.Folio).Take(MostRows).ToListAsync(stop)).Select(file => CaseOf(plan, file))],
            Places = [.. (outcome.Places ?? []).Take(MostRows).Select(place => place with { Site = SiteTitle(plan, place.Site) ?? "", Segment = plan.FindSegment(place.Segment)?.Title.In(Language) ?? place.Segment })],
            Indicators = await IndicatorsAsync(db, plan, trial.Now, stop),
            Workflows = await WorkflowsAsync(db, trial.Content, stop),
            Incidents = await IncidentsAsync(db, trial.Content, stop),
            Events = [.. (await WaitingEventsAsync(db, stop)).Distinct().Order(StringComparer.Ordinal)],
            NextDue = trial.World.Store.NextDue(),
            Sites = Sites(plan),
        };
    }

    /// <summary>Kept examples of a form that it accepts.</summary>
    public static async Task<IReadOnlyList<FormExample>> BasesAsync(Trial trial, string form, CancellationToken stop) =>
        [.. (await trial.World.Examples.OfAsync(form, stop)).Where(example => example.Errors.Count == 0)];

    public static async Task<FamilyPage?> FamilyAsync(Trial trial, string form, FamilyChoice choice, bool byHand, CancellationToken stop)
    {
        if (trial.Content.FindStart(form) is null || trial.Content.FindForm(form) is not { } published)
            return null;
        var sites = Sites(trial.Content.Plan);
        var page = new FamilyPage(trial, published, await BasesAsync(trial, form, stop), sites, choice with { Site = choice.Site ?? (sites is [var first, ..] ? first.Key : null) }, null);
        if (!byHand)
            return page;
        return page with
        {
            Sheet = new FormSheet(form, published.Version, $"/api/designer/try/{trial.Id}/start/{form}", $"try:{trial.Id}:{form}", Begun(page), [], page.Choice.Site)
            {
                Files = FilesOf(trial, form, published.Version),
            },
        };
    }

    /// <summary>What the form opens with: the answers of the chosen family.</summary>
    public static JsonObject Begun(FamilyPage page) =>
        (JsonObject?)page.Bases.FirstOrDefault(example => example.Name == page.Choice.Base)?.Data.DeepClone() ?? [];

    public static async Task<TryTaskPage?> TaskAsync(Trial trial, Guid id, CancellationToken stop)
    {
        if (await trial.FindTaskAsync(id, stop) is not { } task)
            return null;
        var plan = trial.Content.Plan;
        var about = (await trial.Acts.OpenTasksAsync(stop)).FirstOrDefault(one => one.Task.Id == id).About;
        return new TryTaskPage(trial, task, RoleTitle(plan, task.Role), SiteTitle(plan, task.SiteKey), about, new FormSheet(
            task.Form, task.FormVersion, $"/api/designer/try/{trial.Id}/tasks/{task.Id}", $"try:{trial.Id}:{task.Id}", task.Prefill(), [], task.SiteKey)
        {
            Files = FilesOf(trial, task.Form, task.FormVersion),
        });
    }

    private static string FilesOf(Trial trial, string form, int version) => $"/designer/try/{trial.Id}/forms/{form}/{version}";

    private static IReadOnlyList<SiteChoice> Sites(Plan plan) => [.. plan.Sites.Select(site => new SiteChoice(site.Key, site.Title.In(Language)))];

    private static string RoleTitle(Plan plan, string key) => plan.FindRole(key)?.Title.In(Language) ?? key;

    private static string? SiteTitle(Plan plan, string? key) => key is null ? null : plan.FindSite(key)?.Title.In(Language) ?? key;

    private static RoomCase CaseOf(Plan plan, WorkflowHost.Cases.Files.Case file)
    {
        var type = plan.FindCaseType(file.Type);
        return new RoomCase(type?.Title.In(Language) ?? file.Type, file.Title, file.Folio, type?.States.FirstOrDefault(state => state.Key == file.State)?.Title.In(Language) ?? file.State, file.Data());
    }

    private static async Task<IReadOnlyList<(string Title, long Value)>> IndicatorsAsync(WorkDb db, Plan plan, DateTimeOffset now, CancellationToken stop)
    {
        var facts = await db.Facts.AsNoTracking().ToListAsync(stop);
        return
        [
            .. plan.Indicators.Select(indicator => (indicator.Title.In(Language), new IndicatorCounter(plan, indicator, now).Count(facts).Value)).Where(one => one.Value > 0),
        ];
    }

    private static async Task<IReadOnlyList<RoomWorkflow>> WorkflowsAsync(WorkDb db, ContentSnapshot content, CancellationToken stop)
    {
        var instances = await db.Instances.AsNoTracking().Select(one => new { one.Id, one.DefinitionId, one.Status, one.SubStatus, one.CreatedAt })
            .OrderBy(one => one.CreatedAt).ToListAsync(stop);
        var steps = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var instance in instances.Take(MostInstancesRead))
        {
            if (!steps.TryGetValue(instance.DefinitionId, out var ran))
                steps[instance.DefinitionId] = ran = [];
            ran.AddRange((await db.ActivityRecordsAsync(instance.Id, stop)).Where(record => IsStep(record.ActivityType)).Select(record => StepTitle(content, instance.DefinitionId, record)));
        }

        return
        [
            .. instances.GroupBy(one => one.DefinitionId).Select(group => new RoomWorkflow(
                group.Key,
                content.FindWorkflow(group.Key)?.Definition.Name is { Length: > 0 } name ? name : group.Key,
                group.Count(one => one.Status == WorkflowStatus.Finished && one.SubStatus != WorkflowSubStatus.Faulted),
                group.Count(one => one.Status == WorkflowStatus.Running),
                group.Count(one => one.SubStatus == WorkflowSubStatus.Faulted),
                [.. (steps.GetValueOrDefault(group.Key) ?? []).GroupBy(step => step).Select(step => (step.Key, step.Count()))])),
        ];
    }

    // What holds other steps together is no step of its own to a reader.
    private static bool IsStep(string type) => type is not ("Elsa.Flowchart" or "Elsa.Sequence" or "Elsa.Workflow" or "Elsa.SetVariable" or "Elsa.FlowJoin" or "Elsa.FlowFork");

    private static string StepTitle(ContentSnapshot content, string definition, ActivityRecord record)
    {
        var activity = content.FindWorkflow(definition) is { } workflow ? DefinitionActivities.Find(workflow.Definition.Root, record.ActivityId) : null;
        var named = (activity?["metadata"] as JsonObject)?["displayText"]?.ToString();
        return named is { Length: > 0 } ? named : DefinitionActivities.Literal(activity, "title") is { Length: > 0 } title ? title : record.ActivityName is { Length: > 0 } name ? name : record.ActivityId;
    }

    private static async Task<IReadOnlyList<(string Workflow, string Activity, string Message)>> IncidentsAsync(WorkDb db, ContentSnapshot content, CancellationToken stop) =>
    [
        .. (await (from incident in db.Incidents.AsNoTracking()
                   join instance in db.Instances.AsNoTracking() on incident.InstanceId equals instance.Id
                   orderby incident.At
                   select new { instance.DefinitionId, incident.ActivityId, incident.Message }).Take(MostRows).ToListAsync(stop))
            .Select(one => (content.FindWorkflow(one.DefinitionId)?.Definition.Name ?? one.DefinitionId, one.ActivityId, one.Message)),
    ];

    private static async Task<IReadOnlyList<string>> WaitingEventsAsync(WorkDb db, CancellationToken stop) =>
    [
        .. (await db.Bookmarks.AsNoTracking().Where(bookmark => bookmark.Name == "Elsa.Event").Select(bookmark => bookmark.PayloadJson).Take(MostRows).ToListAsync(stop))
            .Select(TrialPilot.EventName).Where(name => name.Length > 0),
    ];
}
