using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace WorkflowHost.Features.Health;

/// <summary>What a supervisor asks: <c>/health/live</c> (the process answers) and <c>/health/ready</c> (it can write).</summary>
public static class HealthFeature
{
    private const string Readiness = "ready";

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<WriteProbe>("store", tags: [Readiness]);
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Readiness) })
            .AllowAnonymous();
    }
}
