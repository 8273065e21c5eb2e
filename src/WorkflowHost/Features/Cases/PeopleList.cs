using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Files;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Languages;
using WorkflowHost.Features.Shared.Querying;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Cases;

/// <summary>Finds cases by words, state and site, among those of the person's sites.</summary>
public sealed class PeopleList(WorkDb db, CurrentStaff staff, CaseReading reading, PublishedContent content)
{
    private const int PageSize = 30;

    /// <summary>Null when the plan has no such case type.</summary>
    public async Task<PeoplePage?> ReadAsync(PeopleFilter filter, CancellationToken stop)
    {
        var plan = content.Current.Plan;
        var type = string.IsNullOrEmpty(filter.Type) ? plan.CaseTypes.Count > 0 ? plan.CaseTypes[0] : null : plan.FindCaseType(filter.Type);
        if (type is null)
            return null;

        var maySearch = reading.MaySearch(type);
        var page = await Narrow(filter, type, maySearch)
            .OrderByDescending(file => file.UpdatedAt)
            .ThenByDescending(file => file.Id)
            .PageAsync(filter.Page, PageSize, stop);
        var mySites = staff.SitesFor(Permissions.ReadCases);
        return new PeoplePage(
            filter, type, plan.CaseTypes, page.Of([.. page.Rows.Select(file => RowOf(file, type, plan))]),
            [.. plan.Sites.Where(site => mySites is null || mySites.Contains(site.Key))], maySearch);
    }

    private IQueryable<Case> Narrow(PeopleFilter filter, CaseType type, bool maySearch)
    {
        var files = db.Cases.AsNoTracking().Where(file => file.Type == type.Key);
        if (staff.SitesFor(Permissions.ReadCases) is { } sites)
            files = files.Where(file => file.SiteKey == null || sites.Contains(file.SiteKey));
        if (filter.State is { Length: > 0 } state)
            files = files.Where(file => file.State == state);
        if (filter.Site is { Length: > 0 } site)
            files = files.Where(file => file.SiteKey == site);
        foreach (var word in CaseText.Fold(filter.Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            // Searching by content would tell those who may not read it that somebody of that name is here.
            var upper = word.ToUpperInvariant();
            files = maySearch
                ? files.Where(file => file.SearchText.Contains(word))
                : files.Where(file => file.Folio.Contains(upper));
        }

        return files;
    }

    private PeopleRow RowOf(Case file, CaseType type, Plan plan)
    {
        var language = ScreenLanguages.Current.Tag;
        return new PeopleRow(
            file.Id, reading.TitleOf(file), file.Folio,
            type.States.FirstOrDefault(state => state.Key == file.State)?.Title.In(language) ?? file.State,
            file.IsOpen,
            file.SiteKey is { } site ? plan.FindSite(site)?.Title.In(language) ?? site : null,
            file.CreatedAt);
    }
}
