using WorkflowHost.Features.Workflows.Definitions;
using WorkflowHost.Features.Workflows.Descriptors;
using WorkflowHost.Features.Workflows.Fragments;
using WorkflowHost.Features.Workflows.Incidents;
using WorkflowHost.Features.Workflows.Instances;
using WorkflowHost.Features.Workflows.Journal;
using WorkflowHost.Features.Workflows.Live;
using WorkflowHost.Features.Workflows.Migrations;
using WorkflowHost.Features.Workflows.Studio;
using WorkflowHost.Features.Workflows.Waiting;
using WorkflowHost.Features.Workflows.Wire;

namespace WorkflowHost.Features.Workflows;

/// <summary>Designing and watching workflows: Elsa Studio's pages, its files and the API it speaks.</summary>
public static class WorkflowsFeature
{
    /// <summary>The permission that guards every page, endpoint and hub of this slice.</summary>
    public const string Permission = "design.workflows";

    public static IServiceCollection AddWorkflows(this IServiceCollection services)
    {
        services.AddOptions<StudioOptions>().BindConfiguration(StudioOptions.Section);
        services.AddSingleton<StudioFiles>();
        services.AddAutoMapper(maps => maps.AddProfile<StudioMaps>());
        services.AddHttpContextAccessor();

        services.AddSingleton<Toolboxes>();
        services.AddScoped(scope => scope.GetRequiredService<Toolboxes>().Current);
        services.AddScoped<UnknownActivities>();
        services.AddScoped<DefinitionRepair>();
        services.AddScoped<DefinitionDocument>();
        services.AddScoped<SaveGuard>();
        services.AddSingleton<SavingTabs>();
        services.AddScoped<StaleSaves>();
        services.AddScoped<Designer>();
        services.AddScoped<PublicationCheck>();
        services.AddScoped<Publication>();
        services.AddScoped<DefinitionVersions>();
        services.AddScoped<FragmentDesk>();

        services.AddScoped<StoredStates>();
        services.AddScoped<InstanceReading>();
        services.AddScoped<InstanceActions>();
        services.AddScoped<ActivityTrial>();
        services.AddScoped<MigrationDesk>();
        services.AddScoped<IncidentDesk>();

        services.AddSingleton<ObservedInstances>();
        services.AddHostedService<InstanceWatch>();
        services.AddSignalR();
        return services;
    }

    public static WebApplication MapWorkflows(this WebApplication app)
    {
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/elsa"),
            elsa => elsa.UseMiddleware<StudioApiGuard>());

        var api = app.MapGroup("/elsa/api").RequireAuthorization(Permission);
        api.MapDescriptors();
        api.MapDefinitionReads();
        api.MapDefinitionWrites();
        api.MapDefinitionBulkActions();
        api.MapDefinitionExports();
        api.MapSubgraphs();
        api.MapFragments();
        api.MapScripting();
        api.MapInstanceLists();
        api.MapInstances();
        api.MapInstanceActions();
        api.MapJournal();
        api.MapActivityTrials();
        api.MapWaiting();
        app.MapHub<WorkflowInstanceHub>(WorkflowInstanceHub.Path).RequireAuthorization(Permission);

        app.MapGet("/studio/{**path}", (HttpContext context, string path, StudioFiles files) => files.Serve(context, path))
            .AllowAnonymous();
        return app;
    }
}
