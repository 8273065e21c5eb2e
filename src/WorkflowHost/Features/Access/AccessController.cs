using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Access;

/// <summary>In and out of the house.</summary>
public sealed class AccessController(SignInManager<StaffMember> door, UserManager<StaffMember> people, AuditPen audit) : Controller
{
    [AllowAnonymous]
    [HttpGet("/sign-in")]
    public IActionResult SignIn(string? returnUrl) =>
        User.Identity?.IsAuthenticated == true ? LocalRedirect("/") : View(new SignInPage { ReturnUrl = returnUrl });

    [AllowAnonymous]
    [HttpPost("/sign-in")]
    [EnableRateLimiting(AccessFeature.DoorLimit)]
    public async Task<IActionResult> SignIn(SignInPage page, CancellationToken stop)
    {
        if (!ModelState.IsValid || page is not { User: { } name, Password: { } password })
            return Refuse(page, "access.incomplete");

        var person = await people.FindByNameAsync(name.Trim()) ?? await people.FindByEmailAsync(name.Trim());
        if (person is not { IsActive: true })
        {
            // As slow as a wrong password, so that the time does not tell which names exist.
            people.PasswordHasher.HashPassword(new StaffMember(), password);
            return Refuse(page, "access.wrong");
        }

        var result = await door.PasswordSignInAsync(person, password, isPersistent: false, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            await audit.WriteAsync(person.UserName ?? "", result.IsLockedOut ? "access.locked" : "access.refused", "staff", person.Id.ToString(), stop);
            return Refuse(page, result.IsLockedOut ? "access.lockedOut" : "access.wrong");
        }

        await audit.WriteAsync(person.UserName ?? "", "access.granted", "staff", person.Id.ToString(), stop);
        return LocalRedirect(Url.IsLocalUrl(page.ReturnUrl) ? page.ReturnUrl : "/");
    }

    [HttpPost("/sign-out")]
    public async Task<IActionResult> Leave()
    {
        await door.SignOutAsync();
        // Encrypted drafts stay: they open only for the person who wrote them.
        Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return LocalRedirect("/sign-in");
    }

    private ViewResult Refuse(SignInPage page, string reason)
    {
        ModelState.Clear();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        page.Refusal = reason;
        return View(nameof(SignIn), page);
    }
}
