using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WorkflowHost.Cases.Assignment;
using WorkflowHost.Cases.Files;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Sites;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Languages;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Planning.Rules;

/// <summary>
/// Asks published table and draft anew about every family that holds places, each as if it alone were placed again, and
/// tells the differences. Those who chose by hand before are asked too. Reads only.
/// </summary>
public sealed class RuleMoves(
    WorkDb db, PlanDrafts drafts, PublishedContent content, CaseReading reading, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    private const int MostShown = 200;
    private const int AtOnce = 400;

    private static string Language => ScreenLanguages.Current.Tag;

    public async Task<MovesPage> ReadAsync(CancellationToken stop)
    {
        var opened = await drafts.OpenAsync(stop);
        var draft = RuleDesk.PlanOf(opened);
        var sites = await db.Sites.AsNoTracking().ToListAsync(stop);
        var pools = await db.Pools.AsNoTracking().ToListAsync(stop);
        var later = GroupTrial.Under(draft, content.Plan, sites, pools);
        var stays = (await db.Stays.AsNoTracking().Where(s => s.State == StayState.Reserved || s.State == StayState.Occupied).ToListAsync(stop))
            .GroupBy(s => s.GroupId).ToList();
        var cases = await CasesAsync([.. stays.SelectMany(g => g).Select(s => s.CaseId)], stop);
        var households = await HouseholdsAsync(cases, stop);
        var moves = new List<Move>();
        try
        {
            foreach (var group in stays)
            {
                var people = group.Select(s => cases.GetValueOrDefault(s.CaseId)).OfType<Case>().ToList();
                if (people.Count == 0)
                    continue;
                var about = households.GetValueOrDefault(people[0].Id);
                List<Stay> held = [.. group];
                var before = Choose(content.Plan, people, about, sites, pools, held).Decision;
                var after = Choose(draft, people, about, later.Sites, later.Pools, held).Decision;
                var stay = held[0];
                if ((before.SiteKey, before.Segment) != (after.SiteKey, after.Segment) && (stay.SiteKey, stay.Segment) != (after.SiteKey, after.Segment))
                    moves.Add(new Move(people, stay, after));
            }
        }
        catch (PlanScriptException e)
        {
            return new MovesPage(stays.Count, 0, 0, [], [], 0) { Failure = e.Message, IsDraft = opened.IsDraft };
        }

        var rows = moves.GroupBy(m => m.After.Rule)
            .Select(m => (TitleOf(draft, m.Key), m.Count(), m.Sum(one => one.People.Count))).ToList();
        var asked = RuleFields.Of(draft, ConditionSubject.Anyone).Select(f => f.Key).ToHashSet();
        var delicate = RuleFields.Known(draft, household: false).Where(f => asked.Contains(f.Key)).Select(f => f.Sensitivity).Distinct().ToList();
        // The row that decides says something about the family: who may not read that may not read this.
        var readable = moves.Where(m => reading.MayOpen(m.People[0]) && delicate.TrueForAll(one => reading.MayRead(m.People[0], one))).ToList();
        return new MovesPage(
            stays.Count, moves.Count(m => m.After.Placed), moves.Count(m => !m.After.Placed), rows,
            [.. readable.Take(MostShown).Select(m => Shown(draft, m))], moves.Count - Math.Min(readable.Count, MostShown))
        {
            IsDraft = opened.IsDraft,
        };
    }

    private MovingFamily Shown(Plan draft, Move move) => new(
        move.People[0].Id, reading.TitleOf(move.People[0]), move.People[0].Folio, move.People.Count,
        PlaceOf(content.Plan, move.Stay.SiteKey, move.Stay.Segment),
        move.After.Placed ? PlaceOf(draft, move.After.SiteKey, move.After.Segment) : null,
        TitleOf(draft, move.After.Rule), move.After.Reason);

    private PlaceChoice Choose(
        Plan plan, List<Case> people, Case? about, IReadOnlyList<SiteRecord> sites, IReadOnlyList<CapacityPool> pools, List<Stay> held) =>
        new PlaceAssignment(plan, clock.GetUtcNow()).Choose(new PlaceRequest(people, about, null, null, sites, pools, held));

    private string TitleOf(Plan plan, string? rule) =>
        plan.AssignmentRules.FirstOrDefault(r => r.Key == rule)?.Title.In(Language) ?? texts["rules.noRow"];

    private string PlaceOf(Plan plan, string? site, string? segment) => texts["rules.place",
        plan.FindSegment(segment ?? "")?.Title.In(Language) ?? segment ?? "", plan.FindSite(site ?? "")?.Title.In(Language) ?? site ?? ""];

    private async Task<Dictionary<Guid, Case>> CasesAsync(List<Guid> ids, CancellationToken stop)
    {
        var cases = new Dictionary<Guid, Case>();
        foreach (var some in ids.Distinct().Chunk(AtOnce))
        {
            foreach (var file in await db.Cases.AsNoTracking().Where(c => some.Contains(c.Id)).ToListAsync(stop))
                cases[file.Id] = file;
        }

        return cases;
    }

    // The household a person belongs to: the case of the plan's household type that a link joins them to.
    private async Task<Dictionary<Guid, Case>> HouseholdsAsync(Dictionary<Guid, Case> people, CancellationToken stop)
    {
        var plan = content.Plan;
        var kinds = plan.LinkKinds.Where(k => k.From == plan.AssignmentCases.Household && k.To == plan.AssignmentCases.People)
            .Select(k => k.Key).ToList();
        if (kinds.Count == 0)
            return [];
        var links = new List<CaseLink>();
        foreach (var some in people.Keys.Chunk(AtOnce))
            links.AddRange(await db.CaseLinks.AsNoTracking().Where(l => kinds.Contains(l.Kind) && some.Contains(l.ToId)).ToListAsync(stop));
        var households = await CasesAsync([.. links.Select(l => l.FromId)], stop);
        return links.Where(l => households.ContainsKey(l.FromId)).GroupBy(l => l.ToId)
            .ToDictionary(l => l.Key, l => households[l.First().FromId]);
    }

    private sealed record Move(List<Case> People, Stay Stay, PlaceDecision After);
}
