using Formio;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Delivery;
using WorkflowHost.Running.Versions;

namespace WorkflowHost.Running;

/// <summary>Registers what carries submissions and workflows.</summary>
public static class RunningSlice
{
    /// <summary>Everything but the workers: what the web host and the commands share.</summary>
    public static IServiceCollection AddRunning(this IServiceCollection services)
    {
        services.AddOptions<RunningOptions>().BindConfiguration(RunningOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddExceptionHandler<StoreTrouble>();
        services.AddSingleton<Doorbell>();
        services.AddSingleton<StartGate>();
        services.AddSingleton<StimulusDelivery>();
        services.AddSingleton<OutboxLanes>();
        services.AddSingleton(all => new Stimuli(all.GetRequiredService<WorkUnits>()));
        services.AddSingleton<SubmissionProcessor>();
        services.AddSingleton(all => new WorkUnits(
            all.GetRequiredService<IWorkStore>(),
            all.GetRequiredService<PublishedContent>(),
            all.GetRequiredService<TimeProvider>(),
            all.GetRequiredService<Doorbell>()));
        services.AddSingleton(all => new Bursts(
            all.GetRequiredService<PublishedContent>(), all.GetRequiredService<WebhookFanOut>(), all.GetRequiredService<StartGate>()));
        services.AddSingleton(all => new WorkflowRuntime(
            all.GetRequiredService<WorkUnits>(), all.GetRequiredService<Bursts>(), all.GetRequiredService<PublishedContent>()));
        services.AddSingleton(all => new FormSubmissions(
            all.GetRequiredService<WorkUnits>(),
            all.GetRequiredService<Bursts>(),
            all.GetRequiredService<PublishedContent>(),
            all.GetRequiredService<SubmissionProcessor>(),
            all.GetRequiredService<TimeProvider>()));
        services.AddSingleton<OutboxCarrier>();
        services.AddSingleton(all => new TaskDeadlines(
            all.GetRequiredService<WorkUnits>(),
            all.GetRequiredService<WebhookFanOut>(),
            all.GetRequiredService<IDbContextFactory<WorkDb>>()));
        services.AddSingleton(all => new WorkDrain(
            all.GetRequiredService<IWorkStore>(),
            all.GetRequiredService<OutboxCarrier>(),
            all.GetRequiredService<OutboxLanes>(),
            all.GetRequiredService<StimulusDelivery>(),
            all.GetRequiredService<WorkflowRuntime>(),
            all.GetRequiredService<TaskDeadlines>(),
            all.GetRequiredService<TimeProvider>(),
            all.GetRequiredService<ILogger<WorkDrain>>()));
        return services.AddMigrations();
    }

    /// <summary>The workers that carry out what waits in rows.</summary>
    public static IServiceCollection AddWorkers(this IServiceCollection services)
    {
        services.AddHostedService<OutboxWorker>();
        services.AddHostedService<LaneWorker>();
        services.AddHostedService<TimerWorker>();
        services.AddHostedService<MigrationWorker>();
        return services;
    }

    private static IServiceCollection AddMigrations(this IServiceCollection services)
    {
        services.AddOptions<MigrationOptions>()
            .BindConfiguration(MigrationOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<MigrationBell>();
        services.AddSingleton(all => new InstanceMigrations(
            all.GetRequiredService<WorkUnits>(),
            all.GetRequiredService<PublishedContent>(),
            all.GetRequiredService<IDbContextFactory<WorkDb>>(),
            all.GetRequiredService<TimeProvider>(),
            all.GetRequiredService<MigrationBell>()));
        services.AddSingleton(all => new MigrationSlices(
            all.GetRequiredService<WorkUnits>(),
            all.GetRequiredService<PublishedContent>(),
            all.GetRequiredService<IDbContextFactory<WorkDb>>(),
            all.GetRequiredService<TimeProvider>(),
            all.GetRequiredService<IOptions<MigrationOptions>>()));
        return services;
    }
}
