using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Access.People;

/// <summary>The one-time link with which somebody chooses their password.</summary>
[AllowAnonymous]
[EnableRateLimiting(AccessFeature.DoorLimit)]
public sealed class InvitationController(
    Invitations invitations, UserManager<StaffMember> people, SignInManager<StaffMember> door, AuditPen audit) : Controller
{
    [HttpGet("/invitation")]
    public async Task<IActionResult> Open(string? token, CancellationToken stop) =>
        await GuestAsync(token, stop) is { } person ? View("Invitation", new InvitationPage(token, person.DisplayName, person.UserName, IsRefused: false)) : Closed();

    [HttpPost("/invitation")]
    public async Task<IActionResult> Accept(string? token, string? password, CancellationToken stop)
    {
        if (await GuestAsync(token, stop) is not { } person)
            return Closed();

        if (!await SetPasswordAsync(person, password ?? ""))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Invitation", new InvitationPage(token, person.DisplayName, person.UserName, IsRefused: true));
        }

        await invitations.TakeBackAsync(person.Id, stop);
        await audit.WriteAsync(person.UserName ?? "", "staff.passwordSet", "staff", person.Id.ToString(), stop);
        await door.SignOutAsync();
        await door.SignInAsync(person, isPersistent: false);
        return LocalRedirect("/");
    }

    private async Task<StaffMember?> GuestAsync(string? token, CancellationToken stop) =>
        await invitations.WhoseAsync(token, stop) is { } id && await people.FindByIdAsync(id.ToString()) is { IsActive: true } person ? person : null;

    // Judged before the old one goes: a password too short must not leave somebody without any.
    private async Task<bool> SetPasswordAsync(StaffMember person, string password)
    {
        foreach (var rule in people.PasswordValidators)
        {
            if (!(await rule.ValidateAsync(people, person, password)).Succeeded)
                return false;
        }

        await people.RemovePasswordAsync(person);
        if (!(await people.AddPasswordAsync(person, password)).Succeeded)
            return false;
        await people.SetLockoutEndDateAsync(person, null);
        await people.ResetAccessFailedCountAsync(person);
        return true;
    }

    private ViewResult Closed()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("InvitationClosed");
    }
}
