namespace WorkflowHost.Features.Packages;

/// <summary>Moving the plan between servers.</summary>
public static class PackagesFeature
{
    public static IServiceCollection AddPackages(this IServiceCollection services) => services.AddScoped<PackageDesk>();
}
