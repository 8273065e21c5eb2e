using WorkflowHost.Cases.Files;
using WorkflowHost.Cases.Sites;
using WorkflowHost.Cases.Tasks;

namespace WorkflowHost.Data;

public sealed partial class WorkSession
{
    private readonly Dictionary<Guid, IReadOnlyList<CaseLink>> _links = [];
    private readonly KeysInWork _keys;

    protected override Case? LoadCase(Guid id) => Query(_schema.Case.ById, _schema.Cases.Read, id).FirstOrDefault();

    protected override IReadOnlyList<Case> LoadCasesByFolio(string folio) =>
        Query(_schema.Case.ByFolio, _schema.Cases.Read, folio);

    protected override IReadOnlyList<Case> LoadCasesByKey(string caseType, string name, string value)
    {
        var found = Query(_schema.Case.ByKey, _schema.Case.ReadByKey, caseType, name, value);
        _keys.Seen((caseType, name, value), found.Count == 0 ? -1 : found.Max(row => row.Ordinal));
        return found.ConvertAll(row => row.Case);
    }

    // Who opens a case without having looked is held to what is there now.
    protected override void KeysGiven(Case owner)
    {
        foreach (var (name, value) in Changes.Keys[owner])
        {
            if (_keys.Guards(owner.Type, name) && !_keys.Knows((owner.Type, name, value)))
                LoadCasesByKey(owner.Type, name, value);
        }
    }

    protected override IReadOnlyList<Case> LoadCases(string caseType) =>
        Query(_schema.Case.ByType, _schema.Cases.Read, caseType);

    protected override IReadOnlyList<CaseLink> LoadLinks(Guid caseId)
    {
        if (!_links.TryGetValue(caseId, out var links))
            _links[caseId] = links = Query(_schema.Case.LinksOf, _schema.Links.Read, caseId, caseId);
        return links;
    }

    protected override long NextNumber(string caseType) => _folios.Next(caseType);

    protected override Stay? LoadStay(Guid caseId) =>
        Query(_schema.Place.HoldingStay, _schema.Stays.Read, caseId).FirstOrDefault();

    protected override IReadOnlyList<SiteRecord> LoadSites() => Query(_schema.Place.Sites, _schema.Sites.Read);

    protected override IReadOnlyList<CapacityPool> LoadPools() => Query(_schema.Place.Pools, _schema.Pools.Read);

    protected override HumanTask? LoadTask(Guid id) =>
        Query(_schema.Case.TaskById, _schema.Tasks.Read, id).FirstOrDefault();

    protected override IReadOnlyList<HumanTask> LoadOpenTasks(string instanceId) =>
        Query(_schema.Case.OpenTasksOf, _schema.Tasks.Read, instanceId);

    protected override IReadOnlyList<HumanTask> LoadOpenTasksAt(string bookmarkId) =>
        Query(_schema.Case.OpenTasksAt, _schema.Tasks.Read, bookmarkId);
}
