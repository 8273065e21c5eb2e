using WorkflowHost.Cases.Plans;
using WorkflowHost.Content.Publications;
using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Shared.Layout;

/// <summary>
/// The rooms of the portal in the order of the bar; on a phone the first four stand at the bottom. What belongs to designing has
/// one place in the bar and a bar of its own below it.
/// </summary>
public sealed class Rooms(CurrentStaff staff, WorkDb db)
{
    private static readonly Room[] Design =
    [
        new("/studio/workflows/definitions", "rooms.workflows", "diagram-3", Permissions.DesignWorkflows),
        new("/designer/forms", "rooms.forms", "ui-checks-grid", Permissions.DesignForms),
        new("/designer/plan", "rooms.plan", "sliders", Permissions.DesignPlan),
        new("/designer/translations", "translations.title", "translate", Permissions.DesignForms),
        new("/designer/publish", "publish.title", "cloud-upload", Permissions.DesignWorkflows, Permissions.DesignForms, Permissions.DesignPlan),
        new("/designer/publications", "publications.title", "clock-history", Permissions.DesignWorkflows, Permissions.DesignForms, Permissions.DesignPlan),
        new("/designer/package", "rooms.package", "box-seam", Permissions.DesignWorkflows),
        new("/designer/migrations", "rooms.migrations", "arrow-left-right", Permissions.DesignWorkflows),
        new("/designer/incidents", "rooms.incidents", "exclamation-circle", Permissions.DesignWorkflows),
        new("/webhook-endpoints", "rooms.webhooks", "broadcast", Permissions.ManageWebhooks),
    ];

    private static readonly Room[] All =
    [
        new("/", "rooms.inbox", "inbox", Permissions.WorkTasks),
        new("/start", "rooms.start", "plus-circle", Permissions.StartForms),
        new("/people", "rooms.people", "people", Permissions.ReadCases),
        new("/sites", "rooms.sites", "houses", Permissions.ReadSites),
        new("/indicators", "rooms.indicators", "bar-chart", Permissions.ReadIndicators),
        new("/administration/people", "rooms.staff", "person-gear", Permissions.ManageUsers),
    ];

    /// <summary>The rooms that somebody with these permissions sees.</summary>
    public static IReadOnlyList<Room> For(IReadOnlySet<string> permissions) => [.. All.Concat(Design).Where(room => room.AnyOf.Any(permissions.Contains))];

    public async Task<IReadOnlyList<Room>> OpenTo(HttpContext context)
    {
        await staff.LoadAsync(context.RequestAborted);
        List<Room> open = [.. All.Where(IsOpen)];
        Room[] inside = [.. Design.Where(IsOpen)];
        // One door would only hide one room.
        if (inside.Length > 1)
            open.Add(new Room(inside[0].Address, "rooms.design", "pencil-square") { Inside = inside });
        else
            open.AddRange(inside);
        return open;
    }

    /// <summary>How much is drafted and waits to be published.</summary>
    public Task<int> WaitingAsync(HttpContext context) => WaitingDrafts.CountAsync(db, context.RequestAborted);

    private bool IsOpen(Room room) => room.AnyOf.Any(staff.May);
}
