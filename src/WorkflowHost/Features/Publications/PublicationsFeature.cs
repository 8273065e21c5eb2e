using WorkflowHost.Features.Publications.Packages;

namespace WorkflowHost.Features.Publications;

/// <summary>Publishing what is drafted together, the record of it, and the way back.</summary>
public static class PublicationsFeature
{
    public static IServiceCollection AddPublications(this IServiceCollection services) => services
        .AddScoped<PublishDesk>()
        .AddScoped<PublicationBook>()
        .AddScoped<ReturnDesk>()
        .AddScoped<PackageDesk>();
}
