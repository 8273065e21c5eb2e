using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Cases.Sites;

internal sealed class AssignmentFacts(Plan plan, PlaceRequest request, DateTimeOffset now)
{
    public bool Holds(AssignmentRule rule) => rule.When is null || (plan, request, now) == default;
}
