using WorkflowHost.Cases.Audit;
using WorkflowHost.Cases.Files;
using WorkflowHost.Cases.Indicators;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Referrals;
using WorkflowHost.Cases.Sites;
using WorkflowHost.Cases.Tasks;

namespace WorkflowHost.Cases.World;

/// <summary>
/// A case world without a store, for tests, dry runs and simulations: one unit of work that never commits. Move its clock
/// with <see cref="MoveTo"/>.
/// </summary>
public sealed class MemoryCaseWorld(Plan plan, DateTimeOffset now, string actor) : CaseWorld(plan, now, actor)
{
    private readonly Dictionary<string, long> _numbers = new(StringComparer.Ordinal);

    /// <summary>All facts in the order they were recorded.</summary>
    public IReadOnlyList<IndicatorFact> Facts => Changes.Facts;

    /// <summary>All cases in the order they were created.</summary>
    public IReadOnlyList<Case> Cases => Changes.NewCases;

    /// <summary>All tasks, open or not, in the order they were opened.</summary>
    public IReadOnlyList<HumanTask> Tasks => Changes.NewTasks;

    /// <summary>All stays, left ones included.</summary>
    public IReadOnlyList<Stay> Stays => Changes.NewStays;

    /// <summary>All referrals.</summary>
    public IReadOnlyList<Referral> Referrals => Changes.Referrals;

    /// <summary>The audit trail.</summary>
    public IReadOnlyList<AuditEntry> AuditTrail => Changes.Audit;

    /// <summary>What happens from here on happens at that instant.</summary>
    public void MoveTo(DateTimeOffset instant) => Now = instant;

    /// <inheritdoc />
    protected override Case? LoadCase(Guid id) => null;

    /// <inheritdoc />
    protected override IReadOnlyList<Case> LoadCasesByFolio(string folio) => [];

    /// <inheritdoc />
    protected override IReadOnlyList<Case> LoadCasesByKey(string caseType, string name, string value) => [];

    /// <inheritdoc />
    protected override IReadOnlyList<Case> LoadCases(string caseType) => [];

    /// <inheritdoc />
    protected override IReadOnlyList<CaseLink> LoadLinks(Guid caseId) => [];

    /// <inheritdoc />
    protected override long NextNumber(string caseType) =>
        _numbers[caseType] = _numbers.GetValueOrDefault(caseType) + 1;

    /// <inheritdoc />
    protected override Stay? LoadStay(Guid caseId) => null;

    /// <inheritdoc />
    protected override IReadOnlyList<SiteRecord> LoadSites() => [];

    /// <inheritdoc />
    protected override IReadOnlyList<CapacityPool> LoadPools() => [];

    /// <inheritdoc />
    protected override HumanTask? LoadTask(Guid id) => null;

    /// <inheritdoc />
    protected override IReadOnlyList<HumanTask> LoadOpenTasks(string instanceId) => [];

    /// <inheritdoc />
    protected override IReadOnlyList<HumanTask> LoadOpenTasksAt(string bookmarkId) => [];
}
