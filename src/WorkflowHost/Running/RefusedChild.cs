using System.Text.Json.Nodes;
using WorkflowHost.Engine;

namespace WorkflowHost.Running;

/// <summary>What a waiting parent is told when its child may not be started: as if it had been cancelled at once.</summary>
internal static class RefusedChild
{
    public static ResumeParent Of(DispatchWorkflow dispatch)
    {
        var waitsFor = dispatch.DispatchedBy == "Elsa.BulkDispatchWorkflows"
            ? new JsonObject { [WorkflowInputKeys.ParentInstanceId] = dispatch.ParentInstanceId }
            : new JsonObject { ["ChildInstanceId"] = dispatch.ChildInstanceId };
        return new ResumeParent(
            $"{dispatch.ChildInstanceId}:refused",
            dispatch.ParentInstanceId,
            dispatch.ChildInstanceId,
            StimulusHasher.Hash(dispatch.DispatchedBy, waitsFor),
            new JsonObject
            {
                [WorkflowInputKeys.ChildInstanceId] = dispatch.ChildInstanceId,
                [WorkflowInputKeys.ChildOutput] = new JsonObject(),
                [WorkflowInputKeys.ChildStatus] = nameof(WorkflowStatus.Finished),
                [WorkflowInputKeys.ChildSubStatus] = nameof(WorkflowSubStatus.Cancelled),
            });
    }
}
