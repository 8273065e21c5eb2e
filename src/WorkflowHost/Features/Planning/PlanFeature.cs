namespace WorkflowHost.Features.Planning;

/// <summary>The plan on screens: what is neither a process nor a form.</summary>
public static class PlanFeature
{
    public static IServiceCollection AddPlanPages(this IServiceCollection services) => services;
}
