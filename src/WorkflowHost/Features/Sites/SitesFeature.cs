namespace WorkflowHost.Features.Sites;

/// <summary>Where people live and how many places are free.</summary>
public static class SitesFeature
{
    public static IServiceCollection AddSites(this IServiceCollection services) => services.AddScoped<Board>();
}
