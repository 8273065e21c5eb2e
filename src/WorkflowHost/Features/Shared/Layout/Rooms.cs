using WorkflowHost.Cases.Plans;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Shared.Layout;

/// <summary>The rooms of the portal in the order of the bar; on a phone the first four stand at the bottom.</summary>
public sealed class Rooms(CurrentStaff staff)
{
    private static readonly Room[] All =
    [
        new("/", "rooms.inbox", "inbox", Permissions.WorkTasks),
        new("/start", "rooms.start", "plus-circle", Permissions.StartForms),
        new("/people", "rooms.people", "people", Permissions.ReadCases),
        new("/sites", "rooms.sites", "houses", Permissions.ReadSites),
        new("/indicators", "rooms.indicators", "bar-chart", Permissions.ReadIndicators),
        new("/studio/workflows/definitions", "rooms.workflows", "diagram-3", Permissions.DesignWorkflows),
        new("/designer/incidents", "rooms.incidents", "exclamation-circle", Permissions.DesignWorkflows),
        new("/designer/forms", "rooms.forms", "ui-checks-grid", Permissions.DesignForms),
        new("/designer/plan", "rooms.plan", "sliders", Permissions.DesignPlan),
        new("/webhook-endpoints", "rooms.webhooks", "broadcast", Permissions.ManageWebhooks),
    ];

    public async Task<IReadOnlyList<Room>> OpenTo(HttpContext context)
    {
        await staff.LoadAsync(context.RequestAborted);
        return [.. All.Where(room => staff.May(room.Permission))];
    }
}
