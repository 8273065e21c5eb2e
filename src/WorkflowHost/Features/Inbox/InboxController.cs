using Microsoft.AspNetCore.Mvc;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Features.Shared.Layout;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Inbox;

/// <summary>The front page. Whoever has no tasks by their role is shown into the first room that is open to them.</summary>
public sealed class InboxController(InboxList list, Rooms rooms, CurrentStaff staff) : Controller
{
    [HttpGet("/")]
    public async Task<IActionResult> Index(InboxFilter filter, CancellationToken stop)
    {
        var open = await rooms.OpenTo(HttpContext);
        if (!staff.May(Permissions.WorkTasks))
            return open.Count > 0 ? LocalRedirect(open[0].Address) : View("NoRole");

        return View(await list.ReadAsync(filter, stop));
    }
}
