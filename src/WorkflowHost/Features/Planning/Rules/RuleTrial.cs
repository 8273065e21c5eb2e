using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WorkflowHost.Cases.Assignment;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Sites;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Languages;

namespace WorkflowHost.Features.Planning.Rules;

/// <summary>Made-up families against the published table and the draft. Reads the free places, takes none.</summary>
public sealed class RuleTrial(
    WorkDb db, PlanDrafts drafts, PublishedContent content, RuleDesk desk, FamilyWords families, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    private const int Many = 500;
    private const int MostExamples = 12;
    private const int MostPeople = 12;

    private static string Language => ScreenLanguages.Current.Tag;

    public async Task<TrialPage> OpenAsync(CancellationToken stop) =>
        Page(RuleDesk.PlanOf(await drafts.OpenAsync(stop)), new TrialInput { People = [[], []] });

    public async Task<TrialPage> TryAsync(TrialInput input, CancellationToken stop)
    {
        var draft = RuleDesk.PlanOf(await drafts.OpenAsync(stop));
        var page = Page(draft, input);
        var people = page.PeopleFields;
        var group = new GroupExample(
            [.. page.Input.People.Select(person => Data(person, people))], Data(page.Input.Household, page.HouseholdFields));
        var worlds = await WorldsAsync(draft, input.AllOpen, stop);
        try
        {
            return page with { Before = Answer(content.Plan, group, worlds.Before), After = Answer(draft, group, worlds.After) };
        }
        catch (PlanScriptException e)
        {
            return page with { Failure = e.Message };
        }
    }

    public async Task<TrialPage> TryManyAsync(TrialInput input, int seed, CancellationToken stop)
    {
        var draft = RuleDesk.PlanOf(await drafts.OpenAsync(stop));
        var page = Page(draft, input);
        var worlds = await WorldsAsync(draft, input.AllOpen, stop);
        try
        {
            var tried = RandomGroups.Of(draft, desk.CatalogValues, seed, Many).Select(group => (
                group,
                before: GroupTrial.Decide(content.Plan, group, worlds.Before.Sites, worlds.Before.Pools, clock.GetUtcNow()).Decision,
                after: GroupTrial.Decide(draft, group, worlds.After.Sites, worlds.After.Pools, clock.GetUtcNow()).Decision)).ToList();
            var changed = tried.Where(t => (t.before.SiteKey, t.before.Segment) != (t.after.SiteKey, t.after.Segment)).ToList();
            var rows = content.Plan.AssignmentRules.Concat(draft.AssignmentRules).Where(r => r.Kind == RuleKind.Place)
                .GroupBy(r => r.Key)
                .Select(r => (r.Last().Title.In(Language), tried.Count(t => t.before.Rule == r.Key), tried.Count(t => t.after.Rule == r.Key)))
                .Append((texts["rules.noRow"].Value, tried.Count(t => t.before.Rule is null), tried.Count(t => t.after.Rule is null)))
                .ToList();
            var examples = changed.Take(MostExamples).Select(t => new TrialExample(
                families.Of(draft, t.group), PlaceOf(content.Plan, t.before), PlaceOf(draft, t.after))).ToList();
            return page with { Counts = new TrialCounts(tried.Count, changed.Count, rows, examples) };
        }
        catch (PlanScriptException e)
        {
            return page with { Failure = e.Message };
        }
    }

    private TrialPage Page(Plan draft, TrialInput input)
    {
        if (input.People.Count == 0)
            input.People.Add([]);
        if (input.People.Count > MostPeople)
            input.People.RemoveRange(MostPeople, input.People.Count - MostPeople);
        return new TrialPage(input, RuleFields.Of(draft, ConditionSubject.Anyone), RuleFields.Of(draft, ConditionSubject.Household))
        {
            Catalogs = content.Current.Catalogs,
        };
    }

    private TrialAnswer Answer(Plan plan, GroupExample group, (IReadOnlyList<SiteRecord> Sites, IReadOnlyList<CapacityPool> Pools) world)
    {
        var choice = GroupTrial.Decide(plan, group, world.Sites, world.Pools, clock.GetUtcNow());
        var rule = plan.AssignmentRules.FirstOrDefault(r => r.Key == choice.Decision.Rule);
        return new TrialAnswer(
            choice.Decision.Placed ? PlaceOf(plan, choice.Decision) : null,
            rule?.Title.In(Language),
            choice.Decision.Reason,
            [.. choice.Steps.Select(s => (s.Rule.Title.In(Language), "rules.verdict." + char.ToLowerInvariant(s.Verdict.ToString()[0]) + s.Verdict.ToString()[1..]))]);
    }

    private string PlaceOf(Plan plan, PlaceDecision decision) => !decision.Placed
        ? texts["rules.noPlace"]
        : texts["rules.place", plan.FindSegment(decision.Segment ?? "")?.Title.In(Language) ?? "", plan.FindSite(decision.SiteKey ?? "")?.Title.In(Language) ?? ""];

    private async Task<((IReadOnlyList<SiteRecord> Sites, IReadOnlyList<CapacityPool> Pools) Before, (IReadOnlyList<SiteRecord> Sites, IReadOnlyList<CapacityPool> Pools) After)>
        WorldsAsync(Plan draft, bool allOpen, CancellationToken stop)
    {
        if (allOpen)
            return (GroupTrial.AllOpen(content.Plan), GroupTrial.AllOpen(draft));
        var sites = await db.Sites.AsNoTracking().ToListAsync(stop);
        var pools = await db.Pools.AsNoTracking().ToListAsync(stop);
        return ((sites, pools), GroupTrial.Under(draft, content.Plan, sites, pools));
    }

    private static JsonObject Data(Dictionary<string, string?> values, IReadOnlyList<RuleField> fields)
    {
        var data = new JsonObject();
        foreach (var field in fields)
        {
            if (values.GetValueOrDefault(field.Key) is { Length: > 0 } text && Value(field.Kind, text) is { } value)
                data[field.Key] = value;
        }

        return data;
    }

    private static JsonNode? Value(CaseFieldKind kind, string text) => kind switch
    {
        CaseFieldKind.Boolean => text == "true",
        CaseFieldKind.Number => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
        CaseFieldKind.List => new JsonArray(text),
        _ => text,
    };
}
