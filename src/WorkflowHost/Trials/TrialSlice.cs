namespace WorkflowHost.Trials;

/// <summary>Registers trying things out.</summary>
public static class TrialSlice
{
    public static IServiceCollection AddTrials(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TrialOptions>().Bind(configuration.GetSection(TrialOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<TrialTemplates>();
        services.AddSingleton<TrialShelf>();
        services.AddSingleton<ExampleCases>();
        services.AddSingleton<ExampleShelf>();
        services.AddHostedService<TrialSweeper>();
        return services;
    }
}
