namespace WorkflowHost.Engine;

/// <summary>One difference between two versions of a workflow.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Id">Id of the step, of an arrow its source; the name of a variable, input, output or outcome; empty for the workflow itself.</param>
/// <param name="Name">What stands on the step's box; empty for the workflow itself.</param>
/// <param name="Type">Activity type of a step; else <c>variable</c>, <c>input</c>, <c>output</c> or <c>outcome</c>; empty for the workflow itself.</param>
public sealed record WorkflowChange(WorkflowChangeKind Kind, string Id, string Name, string Type)
{
    /// <summary>Of a changed step or workflow, the property in camel case (<c>role</c>, <c>displayText</c>); of an arrow, the outcome it leaves by.</summary>
    public string Property { get; init; } = "";

    /// <summary>The value before: text as it is, else compact JSON; null when there was none.</summary>
    public string? Before { get; init; }

    /// <summary>The value after, as <see cref="Before"/>; of an arrow, what stands on the box it leads to.</summary>
    public string? After { get; init; }
}
