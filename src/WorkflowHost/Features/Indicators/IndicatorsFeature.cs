namespace WorkflowHost.Features.Indicators;

/// <summary>Counting what happened.</summary>
public static class IndicatorsFeature
{
    public static IServiceCollection AddIndicators(this IServiceCollection services) => services
        .AddScoped<IndicatorBoard>()
        .AddScoped<EvidenceFile>();
}
