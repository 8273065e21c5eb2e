using JsExpressions;

namespace WorkflowHost.Engine;

/// <summary>Everything one burst depends on. The same activation always gives the same commit, up to new ids.</summary>
public sealed record WorkflowActivation
{
    /// <summary>The definition version the instance runs on.</summary>
    public required CompiledWorkflow Workflow { get; init; }

    /// <summary>Id of the instance, 16 hex digits.</summary>
    public required string InstanceId { get; init; }

    /// <summary>State of the last commit; null for a new instance.</summary>
    public WorkflowState? State { get; init; }

    /// <summary>What happens.</summary>
    public required WorkflowStimulus Stimulus { get; init; }

    /// <summary>Time of the burst, UTC. Scripts see it as the current time.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>What the burst may ask for.</summary>
    public required IActivityHost Host { get; init; }

    /// <summary>The HTTP request behind this burst, or null.</summary>
    public WorkflowHttpRequest? HttpRequest { get; init; }

    /// <summary>What the scripts of this burst may spend together; null = the defaults without a deadline.</summary>
    public ExpressionBudget? Budget { get; init; }
}
