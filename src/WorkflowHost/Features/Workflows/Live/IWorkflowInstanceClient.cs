using WorkflowHost.Features.Workflows.Journal;

namespace WorkflowHost.Features.Workflows.Live;

/// <summary>What Studio's viewer listens to; the names are the wire's.</summary>
public interface IWorkflowInstanceClient
{
    Task WorkflowInstanceUpdatedAsync(WorkflowInstanceUpdated message);

    Task WorkflowExecutionLogUpdatedAsync(WorkflowExecutionLogUpdated message);

    Task ActivityExecutionLogUpdatedAsync(ActivityExecutionLogUpdated message);
}

public sealed record WorkflowInstanceUpdated(string WorkflowInstanceId);

public sealed record WorkflowExecutionLogUpdated;

public sealed record ActivityExecutionLogUpdated(IReadOnlyList<ActivityExecutionStats> Stats);
