using WorkflowHost.Features.Shared.Querying;

namespace WorkflowHost.Features.Workflows.Incidents;

/// <param name="Stopped">Running instances with a step that failed, or that wait for nothing.</param>
/// <param name="Effects">What could not be carried out for an instance, by attempt.</param>
/// <param name="Answer">Key of a text that tells what a command came to; null when none was given.</param>
public sealed record IncidentsPage(PageOf<StoppedInstance> Stopped, IReadOnlyList<StuckEffect> Effects, string? Answer);

/// <param name="Faults">Empty when it waits for nothing although nothing failed.</param>
/// <param name="Folios">Of the cases it is about.</param>
public sealed record StoppedInstance(
    string Id, string Workflow, int Version, string Folios, DateTimeOffset Since, bool HasEnded, IReadOnlyList<StepFault> Faults);

/// <param name="ActivityInstanceId">What a retry names.</param>
public sealed record StepFault(string ActivityInstanceId, string Step, string Message, DateTimeOffset At);

/// <param name="IsDead">Given up; false while it is tried again by itself.</param>
public sealed record StuckEffect(Guid Id, string Kind, string? InstanceId, int Attempts, string Error, DateTimeOffset Since, bool IsDead);
