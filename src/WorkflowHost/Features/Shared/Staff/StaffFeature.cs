using Microsoft.AspNetCore.Authorization;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Features.Shared.Staff;

/// <summary>Who may do what: one policy per permission, and nothing is open unless it says so.</summary>
public static class StaffFeature
{
    /// <summary>Policy of the pages that belong to whoever designs anything.</summary>
    public const string AnyDesigner = "design.any";

    public static IServiceCollection AddStaff(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentStaff>();
        services.AddScoped<PublishingRights>();
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        services.AddAuthorization(options =>
        {
            options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
            foreach (var permission in Permissions.All)
            {
                options.AddPolicy(permission, policy => policy
                    .RequireAuthenticatedUser()
                    .AddRequirements(new PermissionRequirement(permission)));
            }

            options.AddPolicy(AnyDesigner, policy => policy
                .RequireAuthenticatedUser()
                .AddRequirements(new PermissionRequirement(Permissions.DesignWorkflows, Permissions.DesignForms, Permissions.DesignPlan)));
        });
        return services;
    }
}
