using WorkflowHost.Cases.Files;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Cases.Sites;

/// <summary>What the expressions of assignment rules see.</summary>
internal sealed class AssignmentFacts(
    Plan plan,
    IReadOnlyList<Case> group,
    IEnumerable<SiteRecord> sites,
    IReadOnlyList<CapacityPool> pools,
    DateTimeOffset now)
{
    public bool Holds(AssignmentRule rule) => rule.When is null || (plan, group, sites, pools, now) == default;
}
