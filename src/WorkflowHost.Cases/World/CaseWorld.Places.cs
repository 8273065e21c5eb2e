using System.Text.Json.Nodes;
using WorkflowHost.Cases.Files;
using WorkflowHost.Cases.Sites;

namespace WorkflowHost.Cases.World;

public abstract partial class CaseWorld
{
    private readonly Dictionary<Guid, Stay?> _stays = [];
    private List<CapacityPool>? _pools;
    private Dictionary<string, SiteRecord>? _sites;

    /// <inheritdoc />
    public PlaceDecision Reserve(IReadOnlyList<Case> occupants, string? siteKey, string? segment, Case? about = null)
    {
        var group = occupants.DistinctBy(c => c.Id).ToList();
        if (group.Count == 0)
            throw new CaseWorldException("no_occupants", "A place was asked for nobody.");
        RequireSite(siteKey);
        RequireSegment(segment);

        var held = group.Select(c => FindStay(c.Id)).OfType<Stay>().ToList();
        var choice = new PlaceAssignment(Plan, Now).Choose(new PlaceRequest(
            group, about, siteKey, segment, [.. SitesNow().Values], Pools(null), held));
        if (choice.Pool is not { } pool)
        {
            Audit("place.refused", "case", group[0].Id.ToString(), Detail(choice.Decision, group.Count));
            return choice.Decision;
        }

        var groupId = OrderedId.Next(Now);
        foreach (var occupant in group)
        {
            var stay = FindStay(occupant.Id);
            if (stay?.PoolId == pool.Id)
                continue;
            if (stay is not null)
                Leave(stay, "moved");
            Add(new Stay
            {
                Id = OrderedId.Next(Now),
                CaseId = occupant.Id,
                PoolId = pool.Id,
                GroupId = groupId,
                SiteKey = pool.SiteKey,
                Segment = pool.Segment,
                State = StayState.Reserved,
                Rule = choice.Decision.Rule,
                ReservedAt = Now,
            });
        }

        Audit("place.reserved", "case", group[0].Id.ToString(), Detail(choice.Decision, group.Count));
        return choice.Decision;
    }

    /// <inheritdoc />
    public void Occupy(Guid caseId)
    {
        var stay = FindStay(caseId)
            ?? throw new CaseWorldException("no_place", $"No place is reserved for case {caseId}.");
        if (stay.State == StayState.Occupied)
            return;
        Touch(stay);
        stay.State = StayState.Occupied;
        stay.OccupiedAt = Now;
        Audit("place.occupied", "case", caseId.ToString(), new JsonObject { ["site"] = stay.SiteKey });
    }

    /// <inheritdoc />
    public void Release(Guid caseId, string reason)
    {
        if (FindStay(caseId) is not { } stay)
            return;
        Leave(stay, reason);
        Audit("place.released", "case", caseId.ToString(), new JsonObject { ["site"] = stay.SiteKey });
    }

    /// <inheritdoc />
    public Stay? FindStay(Guid caseId)
    {
        if (!_stays.TryGetValue(caseId, out var stay))
            _stays[caseId] = stay = LoadStay(caseId);
        return stay is { HoldsPlace: true } ? stay : null;
    }

    /// <inheritdoc />
    public void SetSiteState(string siteKey, string state, IReadOnlyDictionary<string, int>? capacity)
    {
        RequireSite(siteKey);
        if (!Enum.TryParse<SiteState>(state, ignoreCase: true, out var next) || !Enum.IsDefined(next))
            throw new CaseWorldException("unknown_site_state", $"There is no site state '{state}'.");

        var site = SitesNow()[siteKey];
        if (!_new.Contains(site))
            Changes.ChangedSites.TryAdd(site, site.Revision);
        if (next == SiteState.Open)
            site.OpenedAt ??= Now;
        if (next == SiteState.Closed)
            site.ClosedAt = Now;
        site.State = next;
        site.UpdatedAt = Now;
        foreach (var (segment, places) in capacity ?? new Dictionary<string, int>())
            Resize(siteKey, segment, places);
        Audit("site.state_changed", "site", siteKey, new JsonObject { ["state"] = state });
    }

    /// <inheritdoc />
    public SiteRecord? FindSite(string siteKey) => SitesNow().GetValueOrDefault(siteKey);

    /// <inheritdoc />
    public IReadOnlyList<CapacityPool> Pools(string? siteKey)
    {
        _ = SitesNow();
        return siteKey is null ? _pools! : _pools!.Where(p => p.SiteKey == siteKey).ToList(); // SitesNow filled it
    }

    /// <summary>The committed stay that holds a place for the case, or null.</summary>
    protected abstract Stay? LoadStay(Guid caseId);

    /// <summary>Committed sites.</summary>
    protected abstract IReadOnlyList<SiteRecord> LoadSites();

    /// <summary>Committed pools.</summary>
    protected abstract IReadOnlyList<CapacityPool> LoadPools();

    /// <summary>Sites and pools, those of the plan that no store has seen yet included: a plan may gain sites any day.</summary>
    private Dictionary<string, SiteRecord> SitesNow()
    {
        if (_sites is not null)
            return _sites;
        _sites = LoadSites().ToDictionary(s => s.Key, StringComparer.Ordinal);
        _pools = [.. LoadPools()];
        foreach (var site in Plan.Sites.Where(s => !_sites.ContainsKey(s.Key)))
        {
            var record = new SiteRecord
            {
                Key = site.Key,
                State = site.State,
                OpenedAt = site.State == SiteState.Open ? Now : null,
                UpdatedAt = Now,
                Revision = 1,
            };
            _sites.Add(site.Key, record);
            Changes.NewSites.Add(record);
            _new.Add(record);
        }

        foreach (var (site, segment, places) in Plan.Sites.SelectMany(s => s.Capacity.Select(c => (s.Key, c.Key, c.Value))))
        {
            if (!_pools.Any(p => p.SiteKey == site && p.Segment == segment))
                AddPool(site, segment, places);
        }

        return _sites;
    }

    private CapacityPool AddPool(string site, string segment, int places)
    {
        var pool = new CapacityPool
        {
            Id = OrderedId.Next(Now), SiteKey = site, Segment = segment, Capacity = places,
        };
        _pools!.Add(pool); // only called once SitesNow has filled it
        Changes.NewPools.Add(pool);
        _new.Add(pool);
        return pool;
    }

    private void Resize(string siteKey, string segment, int places)
    {
        RequireSegment(segment);
        if (_pools!.FirstOrDefault(p => p.SiteKey == siteKey && p.Segment == segment) is not { } pool) // see SitesNow
        {
            AddPool(siteKey, segment, places);
            return;
        }

        pool.Capacity = places;
        if (!_new.Contains(pool))
            Changes.ResizedPools.Add(pool);
    }

    private void RequireSegment(string? key)
    {
        if (key is not null && Plan.FindSegment(key) is null)
            throw new CaseWorldException("unknown_segment", $"The plan has no segment '{key}'.");
    }

    private void Add(Stay stay)
    {
        _stays[stay.CaseId] = stay;
        Changes.NewStays.Add(stay);
        _new.Add(stay);
        Take(stay.PoolId, 1);
    }

    private void Leave(Stay stay, string reason)
    {
        Touch(stay);
        stay.State = StayState.Left;
        stay.LeftAt = Now;
        stay.LeftReason = reason;
        Take(stay.PoolId, -1);
    }

    private void Take(Guid poolId, int places)
    {
        Changes.Takes[poolId] = Changes.Takes.GetValueOrDefault(poolId) + places;
        if (Pools(null).FirstOrDefault(p => p.Id == poolId) is { } pool)
            pool.Taken += places;
    }

    private void Touch(Stay stay)
    {
        if (!_new.Contains(stay))
            Changes.ChangedStays.TryAdd(stay, stay.State);
    }

    private static JsonObject Detail(PlaceDecision decision, int places) => new()
    {
        ["rule"] = decision.Rule,
        ["site"] = decision.SiteKey,
        ["segment"] = decision.Segment,
        ["places"] = places,
    };
}
