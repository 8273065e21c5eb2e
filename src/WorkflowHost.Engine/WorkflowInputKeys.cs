namespace WorkflowHost.Engine;

/// <summary>Names under which Elsa 3.8 passes well-known values in the input of a start or a resume.</summary>
public static class WorkflowInputKeys
{
    /// <summary>Result of a RunTask.</summary>
    public const string RunTask = "RunTaskInput";

    /// <summary>Payload of an event.</summary>
    public const string EventPayload = "__EventPayloadWorkflowInput";

    /// <summary>Instance id of the parent, given to every child.</summary>
    public const string ParentInstanceId = "ParentInstanceId";

    /// <summary>Output map of a finished child.</summary>
    public const string ChildOutput = "WorkflowOutput";

    /// <summary>Instance id of a finished child.</summary>
    public const string ChildInstanceId = "WorkflowInstanceId";

    /// <summary>Main status of a finished child, as text.</summary>
    public const string ChildStatus = "WorkflowStatus";

    /// <summary>Sub-status of a finished child, as text.</summary>
    public const string ChildSubStatus = "WorkflowSubStatus";

    /// <summary>The <see cref="WorkflowHost.Engine.HttpAnswer"/> of a <see cref="SendHttp"/>, as JSON.</summary>
    public const string HttpAnswer = "HttpAnswer";
}
