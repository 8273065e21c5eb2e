using System.Text.Json.Nodes;
using WorkflowHost.Engine;

namespace WorkflowHost.Features.Workflows.Journal;

/// <summary>
/// One execution of an activity with its values. The objects are never left out: while all of them are missing Studio
/// asks for the record again every second.
/// </summary>
public sealed record ActivityExecutionRecord : ActivityExecutionSummary
{
    public JsonObject ActivityState { get; init; } = [];

    public JsonObject Payload { get; init; } = [];

    public JsonObject Outputs { get; init; } = [];

    public JsonObject Properties { get; init; } = [];

    public IncidentException? Exception { get; init; }

    public string? SchedulingActivityExecutionId { get; init; }

    public string? SchedulingActivityId { get; init; }

    public string? SchedulingWorkflowInstanceId { get; init; }

    public int CallStackDepth { get; init; }
}
