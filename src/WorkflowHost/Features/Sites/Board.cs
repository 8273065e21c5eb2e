using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Sites;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Languages;
using WorkflowHost.Features.Shared.Querying;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Sites;

/// <summary>Reads the board: the plan says which sites and segments there are, the pools how full they are.</summary>
public sealed class Board(WorkDb db, CurrentStaff staff, CaseReading reading, PublishedContent content)
{
    private const int PageSize = 50;

    private Plan Plan => content.Current.Plan;

    private static string Language => ScreenLanguages.Current.Tag;

    public async Task<BoardPage> ReadAsync(CancellationToken stop)
    {
        var records = await db.Sites.AsNoTracking().ToDictionaryAsync(site => site.Key, stop);
        var pools = await db.Pools.AsNoTracking().ToListAsync(stop);
        var mine = staff.SitesFor(Permissions.ReadSites);
        var cards = Plan.Sites
            .Where(site => mine is null || mine.Contains(site.Key))
            .Select(site => CardOf(site, records.GetValueOrDefault(site.Key), pools))
            .OrderByDescending(card => card.IsOpen)
            .ToList();
        var open = cards.Where(card => card.IsOpen).Select(card => card.Key).ToHashSet();
        return new BoardPage(cards, LinesOf(pools.Where(pool => open.Contains(pool.SiteKey))));
    }

    /// <summary>Null when there is no such site or it is not this person's.</summary>
    public async Task<SitePage?> FindAsync(string key, int page, CancellationToken stop)
    {
        if (Plan.FindSite(key) is not { } site || !staff.MayAt(Permissions.ReadSites, key))
            return null;

        var record = await db.Sites.AsNoTracking().FirstOrDefaultAsync(one => one.Key == key, stop);
        var pools = await db.Pools.AsNoTracking().Where(pool => pool.SiteKey == key).ToListAsync(stop);
        var stays = db.Stays.AsNoTracking()
            .Where(stay => stay.SiteKey == key && (stay.State == StayState.Reserved || stay.State == StayState.Occupied))
            .Join(db.Cases, stay => stay.CaseId, file => file.Id, (stay, file) => new { stay, file })
            .OrderBy(pair => pair.stay.Segment).ThenBy(pair => pair.stay.GroupId).ThenBy(pair => pair.file.Title);
        var rows = await stays.PageAsync(page, PageSize, stop);
        return new SitePage(CardOf(site, record, pools), rows.Of<Occupant>(
        [
            .. rows.Rows.Select(pair => new Occupant(
                pair.file.Id, reading.TitleOf(pair.file), pair.file.Folio,
                Plan.FindSegment(pair.stay.Segment)?.Title.In(Language) ?? pair.stay.Segment,
                "stay." + pair.stay.State.ToString().ToLowerInvariant(),
                pair.stay.OccupiedAt ?? pair.stay.ReservedAt, reading.MayOpen(pair.file))),
        ]), SiteLimits.Of(Plan, site) with { Places = pools.Sum(pool => pool.Capacity) }, site.OverCapacityReason.In(Language));
    }

    private SiteCard CardOf(Site site, SiteRecord? record, IEnumerable<CapacityPool> pools)
    {
        var state = record?.State ?? site.State;
        return new SiteCard(
            site.Key, site.Title.In(Language), site.Address, "site." + state.ToString().ToLowerInvariant(),
            state is SiteState.Open or SiteState.Closing, LinesOf(pools.Where(pool => pool.SiteKey == site.Key)));
    }

    // In the plan's order of segments, added up over sites.
    private IReadOnlyList<SegmentLine> LinesOf(IEnumerable<CapacityPool> pools) =>
    [
        .. from pool in pools
           group pool by pool.Segment into same
           let place = Plan.Segments.ToList().FindIndex(segment => segment.Key == same.Key)
           orderby place < 0 ? int.MaxValue : place
           select new SegmentLine(
               Plan.FindSegment(same.Key)?.Title.In(Language) ?? same.Key,
               same.Sum(pool => pool.Capacity), same.Sum(pool => pool.Taken), same.Sum(pool => pool.Free)),
    ];
}
