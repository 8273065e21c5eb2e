using WorkflowHost.Features.Workflows.Studio;

namespace WorkflowHost.Features.Workflows;

/// <summary>Designing and watching workflows: Elsa Studio's pages, its files and the API it speaks.</summary>
public static class WorkflowsFeature
{
    /// <summary>The permission that guards every page, endpoint and hub of this slice.</summary>
    public const string Permission = "design.workflows";

    public static IServiceCollection AddWorkflows(this IServiceCollection services)
    {
        services.AddControllersWithViews();
        services.AddOptions<StudioOptions>().BindConfiguration(StudioOptions.Section);
        services.AddSingleton<StudioFiles>();
        return services;
    }

    public static WebApplication MapWorkflows(this WebApplication app)
    {
        app.MapGet("/studio/{**path}", (HttpContext context, string path, StudioFiles files) => files.Serve(context, path))
            .AllowAnonymous();
        return app;
    }
}
