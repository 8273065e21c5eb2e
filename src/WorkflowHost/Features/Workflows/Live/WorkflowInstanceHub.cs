using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace WorkflowHost.Features.Workflows.Live;

/// <summary>The hub that Studio's viewer connects to, up to three times per page (elsa-studio-contract 2.14).</summary>
[Authorize(WorkflowsFeature.Permission)]
public sealed class WorkflowInstanceHub(ObservedInstances observed) : Hub<IWorkflowInstanceClient>
{
    public const string Path = "/elsa/hubs/workflow-instance";

    /// <summary>Called by the viewer once per connection.</summary>
    public async Task ObserveInstanceAsync(string instanceId)
    {
        observed.Add(Context.ConnectionId, instanceId);
        await Groups.AddToGroupAsync(Context.ConnectionId, instanceId, Context.ConnectionAborted);
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        observed.Remove(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}
