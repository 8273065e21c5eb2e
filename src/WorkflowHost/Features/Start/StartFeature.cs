namespace WorkflowHost.Features.Start;

/// <summary>Beginning something new.</summary>
public static class StartFeature
{
    public static IServiceCollection AddStart(this IServiceCollection services) => services.AddScoped<StartShelf>();
}
