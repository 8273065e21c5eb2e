using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Sites;
using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Languages;

namespace WorkflowHost.Features.Planning.Places;

/// <summary>What a site or a segment is used by: what is used is not deleted.</summary>
public sealed class PlaceUse(WorkDb db, IStringLocalizer<Texts> texts)
{
    private static string Language => ScreenLanguages.Current.Tag;

    public async Task<IReadOnlyList<string>> OfSiteAsync(Plan draft, string key, CancellationToken stop)
    {
        var uses = new List<string>();
        Count(uses, "places.use.people", await db.Stays.CountAsync(s => s.SiteKey == key && (s.State == StayState.Reserved || s.State == StayState.Occupied), stop));
        Count(uses, "places.use.stays", await db.Stays.CountAsync(s => s.SiteKey == key && s.State == StayState.Left, stop));
        Count(uses, "places.use.cases", await db.Cases.CountAsync(c => c.SiteKey == key, stop));
        Count(uses, "places.use.staff", await db.RoleGrants.CountAsync(g => g.SiteKey == key, stop));
        Rules(uses, draft.AssignmentRules.Where(r => r.Sites.Contains(key)));
        return uses;
    }

    public async Task<IReadOnlyList<string>> OfSegmentAsync(Plan draft, string key, CancellationToken stop)
    {
        var uses = new List<string>();
        Count(uses, "places.use.people", await db.Stays.CountAsync(s => s.Segment == key && (s.State == StayState.Reserved || s.State == StayState.Occupied), stop));
        Count(uses, "places.use.stays", await db.Stays.CountAsync(s => s.Segment == key && s.State == StayState.Left, stop));
        var sites = draft.Sites.Where(s => s.Capacity.GetValueOrDefault(key) > 0).Select(s => s.Title.In(Language)).ToList();
        if (sites.Count > 0)
            uses.Add(texts["places.use.sites", string.Join(", ", sites)]);
        Rules(uses, draft.AssignmentRules.Where(r => r.Segments.Contains(key)));
        return uses;
    }

    public IReadOnlyList<string> OfFeature(Plan draft, string key)
    {
        var uses = new List<string>();
        Rules(uses, draft.AssignmentRules.Where(r => r.SiteNeeds.Any(n => n.Field == key)));
        return uses;
    }

    private void Rules(List<string> uses, IEnumerable<AssignmentRule> rules)
    {
        var titles = rules.Select(r => r.Title.In(Language)).ToList();
        if (titles.Count > 0)
            uses.Add(texts["places.use.rules", string.Join(", ", titles)]);
    }

    private void Count(List<string> uses, string text, int count)
    {
        if (count > 0)
            uses.Add(texts[text, count]);
    }
}
