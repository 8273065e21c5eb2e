using WorkflowHost.Activities;
using WorkflowHost.Content.Publications;
using WorkflowHost.Engine;

namespace WorkflowHost.Content;

/// <summary>Registers content: import of the shipped files and the cache of what is published.</summary>
public static class ContentSlice
{
    public static IServiceCollection AddContent(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ContentOptions>().Bind(configuration.GetSection(ContentOptions.Section));
        services.AddSingleton(_ =>
        {
            var registry = ActivityRegistry.WithBuiltIns();
            foreach (var activity in OwnActivities.All)
                registry.Add(activity);
            return registry;
        });
        services.AddSingleton<PublishedContent>();
        services.AddSingleton<ContentImport>();
        services.AddSingleton<ContentPublishing>();
        services.AddSingleton<FormExamples>();
        services.AddSingleton<FormRetirement>();
        services.AddSingleton<DictionaryPublishing>();
        services.AddSingleton<ContentStart>();
        services.AddScoped<PlanDrafts>();
        services.AddScoped<ContentDrafts>();
        services.AddSingleton<ContentJudge>();
        services.AddScoped<ContentPublications>();
        return services;
    }
}
