using WorkflowHost.Cases.Plans;
using WorkflowHost.Features.Planning.Things;

namespace WorkflowHost.Features.Planning.Events;

/// <summary>The list of events.</summary>
/// <param name="Text">One a line, as entered.</param>
/// <param name="Used">What keeps events from being taken out.</param>
public sealed record EventsPage(string Base, string Text, IReadOnlyList<PlanProblem> Problems, IReadOnlyList<EventUse> Used)
{
    public string? Refusal { get; init; }

    public bool IsSaved { get; init; }
}

public sealed record EventUse(string Event, PlanUse Use);
