namespace WorkflowHost.Features.Try;

/// <summary>Trying drafts on made-up families.</summary>
public static class TryFeature
{
    public static IServiceCollection AddTry(this IServiceCollection services) =>
        services.AddScoped<TryDesk>().AddScoped<TryDoor>();
}
