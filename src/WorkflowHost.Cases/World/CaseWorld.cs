using System.Text.Json.Nodes;
using WorkflowHost.Cases.Audit;
using WorkflowHost.Cases.Files;
using WorkflowHost.Cases.Indicators;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Referrals;
using WorkflowHost.Cases.Sites;
using WorkflowHost.Cases.Tasks;

namespace WorkflowHost.Cases.World;

/// <summary>
/// The rules of case work, the same over every store: a store answers what is committed, this class keeps what the unit
/// of work has read and changed, so that every read sees the unit's own writes.
/// </summary>
public abstract partial class CaseWorld : ICaseWorld
{
    private readonly Dictionary<Guid, Case> _cases = [];

    // What this unit made itself is inserted whole at commit and needs no list of changes.
    private readonly HashSet<object> _new = new(ReferenceEqualityComparer.Instance);

    /// <summary>A world for one unit of work.</summary>
    protected CaseWorld(Plan plan, DateTimeOffset now, string actor)
    {
        Plan = plan;
        Now = now;
        Actor = actor;
    }

    /// <inheritdoc />
    public Plan Plan { get; }

    /// <inheritdoc />
    public DateTimeOffset Now { get; protected set; }

    /// <inheritdoc />
    public string Actor { get; }

    /// <summary>Instance that is running; facts, referrals and audit entries that name none get it. Null outside of a burst.</summary>
    public string? CurrentInstance { get; set; }

    /// <summary>Submission being worked on; facts that name none get it. Null when there is none.</summary>
    public Guid? CurrentSubmission { get; set; }

    /// <summary>What the unit has changed so far.</summary>
    protected CaseChanges Changes { get; } = new();

    /// <inheritdoc />
    public Case? Find(Guid id)
    {
        if (_cases.TryGetValue(id, out var known))
            return known;
        return LoadCase(id) is { } loaded ? Track(loaded) : null;
    }

    /// <inheritdoc />
    public IReadOnlyList<Case> FindBy(string caseType, string field, string value)
    {
        var type = TypeOf(caseType);
        var loaded = field == "folio"
            ? LoadCasesByFolio(value)
            : CaseKeys.IsIndexed(type, field)
                ? LoadCasesByKey(caseType, field, CaseText.Fold(value))
                : LoadCases(caseType);
        return Overlay(caseType, loaded, c => TextOf(c, field) == value);
    }

    /// <inheritdoc />
    public IReadOnlyList<Case> FindByIdentity(string caseType, JsonObject data)
    {
        var found = new List<Case>();
        foreach (var fields in TypeOf(caseType).Identity)
        {
            if (CaseKeys.ValueOf(fields, data) is not { } value)
                continue;
            var loaded = LoadCasesByKey(caseType, CaseKeys.NameOf(fields), value);
            found.AddRange(Overlay(caseType, loaded, c => CaseKeys.ValueOf(fields, c.Data()) == value));
        }

        return found.Distinct().ToList();
    }

    /// <inheritdoc />
    public Case Create(string caseType, JsonObject data, string? siteKey)
    {
        var type = TypeOf(caseType);
        RequireSite(siteKey);
        var created = new Case
        {
            Id = OrderedId.Next(Now),
            Type = caseType,
            Folio = $"{type.FolioPrefix}-{NextNumber(caseType):000000}",
            State = type.InitialState,
            SiteKey = siteKey,
            CreatedAt = Now,
            CreatedBy = Actor,
            Revision = 1,
        };
        Describe(created, type, data);
        _cases.Add(created.Id, created);
        Changes.NewCases.Add(created);
        Changes.Keys[created] = CaseKeys.Of(type, data);
        KeysGiven(created);
        _new.Add(created);
        Audit("case.created", "case", created.Id.ToString(), new JsonObject { ["type"] = caseType });
        return created;
    }

    /// <inheritdoc />
    public void Update(Case c, JsonObject patch, string? state, string? siteKey)
    {
        var type = TypeOf(c.Type);
        RequireSite(siteKey);
        if (state is not null && type.States.Count > 0 && type.States.All(s => s.Key != state))
            throw new CaseWorldException("unknown_state", $"Cases of type '{c.Type}' have no state '{state}'.");

        Touch(c);
        var data = c.Data();
        var keys = CaseKeys.Of(type, data);
        MergePatch.Apply(data, patch);
        var changedState = state is not null && state != c.State;
        c.State = state ?? c.State;
        c.SiteKey = siteKey ?? c.SiteKey;
        if (!CaseKeys.Of(type, data).SequenceEqual(keys))
        {
            Changes.Keys[c] = CaseKeys.Of(type, data);
            KeysGiven(c);
        }
        Describe(c, type, data);
        Audit(
            changedState ? "case.state_changed" : "case.updated",
            "case",
            c.Id.ToString(),
            new JsonObject
            {
                ["fields"] = new JsonArray(patch.Select(p => (JsonNode?)p.Key).ToArray()),
                ["state"] = c.State,
            });
    }

    /// <inheritdoc />
    public void Link(Guid from, Guid to, string kind, string? role)
    {
        if (Plan.LinkKinds.Count > 0 && Plan.LinkKinds.All(k => k.Key != kind))
            throw new CaseWorldException("unknown_link_kind", $"The plan has no link kind '{kind}'.");
        Require(from);
        Require(to);
        if (LinksOf(from).Any(l => l.FromId == from && l.ToId == to && l.Kind == kind))
            return;

        var link = new CaseLink
        {
            Id = OrderedId.Next(Now), FromId = from, ToId = to, Kind = kind, Role = role, CreatedAt = Now,
        };
        Changes.Links.Add(link);
        Audit("case.linked", "case", from.ToString(), new JsonObject { ["kind"] = kind, ["to"] = to.ToString() });
    }

    /// <inheritdoc />
    public IReadOnlyList<LinkedCase> Linked(Guid caseId, string? kind) =>
        LinksOf(caseId)
            .Where(l => kind is null || l.Kind == kind)
            .Select(l => new LinkedCase(
                Require(l.FromId == caseId ? l.ToId : l.FromId), l.Kind, l.Role, l.FromId == caseId))
            .ToList();

    /// <inheritdoc />
    public void RecordFact(IndicatorFact fact)
    {
        if (Plan.FactTypes.All(f => f.Key != fact.Type))
            throw new CaseWorldException("unknown_fact_type", $"The plan has no fact type '{fact.Type}'.");
        fact.RecordedAt = Now;
        fact.InstanceId ??= CurrentInstance;
        fact.SubmissionId ??= CurrentSubmission;
        Changes.Facts.Add(fact);
    }

    /// <inheritdoc />
    public void Refer(Referral referral)
    {
        if (Plan.FindPartner(referral.Partner) is null)
            throw new CaseWorldException("unknown_partner", $"The plan has no partner '{referral.Partner}'.");
        referral.CreatedAt = Now;
        referral.CreatedBy = Actor;
        Changes.Referrals.Add(referral);
        Audit("referral.sent", "referral", referral.Id.ToString(), new JsonObject { ["partner"] = referral.Partner });
    }

    /// <inheritdoc />
    public void Audit(string action, string subject, string subjectId, JsonObject? detail)
    {
        var entry = new AuditEntry
        {
            At = Now,
            Actor = Actor,
            Action = action,
            Subject = subject,
            SubjectId = subjectId,
            InstanceId = CurrentInstance,
            DetailJson = detail is null ? null : JsonText.Of(detail),
        };
        Changes.Audit.Add(entry);
    }

    /// <summary>The committed case, or null.</summary>
    protected abstract Case? LoadCase(Guid id);

    /// <summary>Committed cases with that folio; at most one.</summary>
    protected abstract IReadOnlyList<Case> LoadCasesByFolio(string folio);

    /// <summary>Told when a case got its keys, which are in <see cref="CaseChanges.Keys"/>.</summary>
    protected virtual void KeysGiven(Case owner)
    {
    }

    /// <summary>Committed cases with that key, see <see cref="CaseKeys"/>.</summary>
    protected abstract IReadOnlyList<Case> LoadCasesByKey(string caseType, string name, string value);

    /// <summary>All committed cases of a type: the slow way, for fields without an index.</summary>
    protected abstract IReadOnlyList<Case> LoadCases(string caseType);

    /// <summary>Committed links from or to the case, oldest first.</summary>
    protected abstract IReadOnlyList<CaseLink> LoadLinks(Guid caseId);

    /// <summary>The next number of a folio; never given twice, also when the unit is thrown away.</summary>
    protected abstract long NextNumber(string caseType);


    /// <summary>The case, which must exist.</summary>
    protected Case Require(Guid id) =>
        Find(id) ?? throw new CaseWorldException("unknown_case", $"There is no case {id}.");

    private CaseType TypeOf(string key) =>
        Plan.FindCaseType(key)
        ?? throw new CaseWorldException("unknown_case_type", $"The plan has no case type '{key}'.");

    private void RequireSite(string? key)
    {
        if (key is not null && Plan.FindSite(key) is null)
            throw new CaseWorldException("unknown_site", $"The plan has no site '{key}'.");
    }

    private Case Track(Case loaded)
    {
        if (_cases.TryGetValue(loaded.Id, out var known))
            return known;
        _cases.Add(loaded.Id, loaded);
        return loaded;
    }

    private List<Case> Overlay(string caseType, IEnumerable<Case> loaded, Func<Case, bool> matches) =>
        loaded.Select(Track)
            .Concat(_cases.Values.Where(c => c.Type == caseType))
            .Distinct()
            .Where(c => c.Type == caseType && matches(c))
            .OrderBy(c => c.CreatedAt)
            .ThenBy(c => c.Folio, StringComparer.Ordinal)
            .ToList();

    private static string TextOf(Case c, string field) => field switch
    {
        "folio" => c.Folio,
        "state" => c.State,
        "site" => c.SiteKey ?? "",
        _ => CaseText.Of(c.Data()[field]),
    };

    private IEnumerable<CaseLink> LinksOf(Guid caseId) =>
        LoadLinks(caseId)
            .Concat(Changes.Links.Where(l => l.FromId == caseId || l.ToId == caseId))
            .DistinctBy(l => l.Id)
            .ToList();

    private void Touch(Case c)
    {
        if (!_new.Contains(c))
            Changes.ChangedCases.TryAdd(c, c.Revision);
        _cases.TryAdd(c.Id, c);
    }

    private void Describe(Case c, CaseType type, JsonObject data)
    {
        var isOpen = type.IsOpen(c.State);
        if (c.IsOpen && !isOpen)
            c.ClosedAt = Now;
        else if (isOpen)
            c.ClosedAt = null;
        c.IsOpen = isOpen;
        c.DataJson = JsonText.Of(data);
        c.Title = CaseTitle.Make(type.TitleTemplate, data, c.Folio);
        c.SearchText = CaseText.Fold(
            string.Join(' ', type.Search.Select(f => CaseText.Of(data[f])).Prepend(c.Title).Prepend(c.Folio)));
        c.UpdatedAt = Now;
    }
}
