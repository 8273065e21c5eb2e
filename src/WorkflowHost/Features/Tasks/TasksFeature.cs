namespace WorkflowHost.Features.Tasks;

/// <summary>Doing one task.</summary>
public static class TasksFeature
{
    public static IServiceCollection AddTasks(this IServiceCollection services) => services.AddScoped<TaskFinder>().AddScoped<TaskHistory>();
}
