using Microsoft.AspNetCore.Authorization;

namespace WorkflowHost.Features.Shared.Staff;

/// <summary>Asks the grants of the person on every request, so that a revoked role ends now and not with the cookie.</summary>
public sealed class PermissionHandler(CurrentStaff staff) : AuthorizationHandler<PermissionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        var stop = context.Resource is HttpContext http ? http.RequestAborted : CancellationToken.None;
        await staff.LoadAsync(stop);
        if (requirement.AnyOf.Any(staff.May))
            context.Succeed(requirement);
    }
}
