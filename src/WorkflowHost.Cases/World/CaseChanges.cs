using WorkflowHost.Cases.Audit;
using WorkflowHost.Cases.Files;
using WorkflowHost.Cases.Indicators;
using WorkflowHost.Cases.Referrals;
using WorkflowHost.Cases.Sites;
using WorkflowHost.Cases.Tasks;

namespace WorkflowHost.Cases.World;

/// <summary>Everything a unit of work has done to the case world so far, in the words a store needs to write it down.</summary>
public sealed class CaseChanges
{
    /// <summary>New cases.</summary>
    public List<Case> NewCases { get; } = [];

    /// <summary>Changed cases that existed before, each with the revision it was read at.</summary>
    public Dictionary<Case, long> ChangedCases { get; } = [];

    /// <summary>Cases whose keys have to be written anew, each with all of its keys.</summary>
    public Dictionary<Case, IReadOnlyList<(string Name, string Value)>> Keys { get; } = [];

    /// <summary>New links.</summary>
    public List<CaseLink> Links { get; } = [];

    /// <summary>New stays.</summary>
    public List<Stay> NewStays { get; } = [];

    /// <summary>Changed stays that existed before, each with the state it was read in.</summary>
    public Dictionary<Stay, StayState> ChangedStays { get; } = [];

    /// <summary>Places taken (positive) or given back (negative) per pool.</summary>
    public Dictionary<Guid, int> Takes { get; } = [];

    /// <summary>New pools.</summary>
    public List<CapacityPool> NewPools { get; } = [];

    /// <summary>Pools whose capacity was set.</summary>
    public HashSet<CapacityPool> ResizedPools { get; } = [];

    /// <summary>New sites.</summary>
    public List<SiteRecord> NewSites { get; } = [];

    /// <summary>Changed sites, each with the revision it was read at.</summary>
    public Dictionary<SiteRecord, long> ChangedSites { get; } = [];

    /// <summary>New facts.</summary>
    public List<IndicatorFact> Facts { get; } = [];

    /// <summary>New referrals.</summary>
    public List<Referral> Referrals { get; } = [];

    /// <summary>New tasks.</summary>
    public List<HumanTask> NewTasks { get; } = [];

    /// <summary>Changed tasks that existed before, each with the revision it was read at.</summary>
    public Dictionary<HumanTask, long> ChangedTasks { get; } = [];

    /// <summary>When a task's deadline wants attention next; null never again.</summary>
    public Dictionary<Guid, DateTimeOffset?> TaskTimers { get; } = [];

    /// <summary>New audit entries in order.</summary>
    public List<AuditEntry> Audit { get; } = [];
}
