using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using WorkflowHost.Data;

namespace WorkflowHost.Features.Access;

/// <summary>The one-time link of a new installation.</summary>
[AllowAnonymous]
[EnableRateLimiting(AccessFeature.DoorLimit)]
public sealed class SetupController(FirstAdministrator first, SignInManager<StaffMember> door) : Controller
{
    [HttpGet("/setup")]
    public async Task<IActionResult> Open(string? token, CancellationToken stop) =>
        await first.IsInvitedAsync(token, stop) ? View("Setup", new SetupPage { Token = token }) : Closed();

    [HttpPost("/setup")]
    public async Task<IActionResult> Create(SetupPage page, CancellationToken stop)
    {
        if (!await first.IsInvitedAsync(page.Token, stop))
            return Closed();

        if (ModelState.IsValid && page is { Name: { } name, Email: { } email, Password: { } password }
            && await first.CreateAsync(name.Trim(), email.Trim(), password, stop) is { } person)
        {
            await door.SignInAsync(person, isPersistent: false);
            return LocalRedirect("/");
        }

        ModelState.Clear();
        page.IsRefused = true;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Setup", page);
    }

    private ViewResult Closed()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("SetupClosed");
    }
}
