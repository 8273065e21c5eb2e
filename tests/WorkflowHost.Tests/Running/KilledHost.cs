using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using WorkflowHost.Data;
using WorkflowHost.Running;
using WorkflowHost.Running.Versions;

namespace WorkflowHost.Tests.Running;

/// <summary>The working program as a process of its own over the database of a stage, because only a process can be killed.</summary>
public static class KilledHost
{
    /// <summary>
    /// Starts it with a command and kills it, without any chance to tidy up, at the first line that fits, or when
    /// something else has happened.
    /// </summary>
    public static async Task RunUntilAsync(
        WorkStage stage, IEnumerable<string> command, Func<string, bool> isTheMoment, Task? orWhen = null)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in new[] { typeof(KilledHost).Assembly.Location }.Concat(stage.Address).Concat(command))
            start.ArgumentList.Add(word);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var isKilled = false;
        if (orWhen is not null)
        {
            await orWhen;
            process.Kill(); // SIGKILL
            isKilled = true;
        }

        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (isKilled || !isTheMoment(line))
                continue;
            process.Kill(); // SIGKILL
            isKilled = true;
        }

        await process.WaitForExitAsync();
        isKilled.ShouldBeTrue(await errors);
    }

    /// <summary>Entry point of that process: a stage's address, a command, its arguments.</summary>
    public static async Task Main(string[] args)
    {
        var host = await WorkStage.OpenHostAsync(args[..5]);
        switch (args[5])
        {
            case "migrate":
                await MigrateAsync(host.Services.GetRequiredService<MigrationSlices>(), Guid.Parse(args[6]));
                break;
            case "arrive":
                await ArriveAsync(host.Services.GetRequiredService<FormSubmissions>());
                break;
            case "start":
                await host.Services.GetRequiredService<WorkflowRuntime>().StartAsync(
                    new StartRequest { DefinitionId = args[6] }, "tester", CancellationToken.None);
                await Console.Out.WriteLineAsync("started");
                await Task.Delay(Timeout.InfiniteTimeSpan);
                break;
            case "publish":
                await PublicationContract.PublishForeverAsync(host.Services);
                break;
            case "drain":
                await host.Services.GetRequiredService<WorkDrain>().DrainAsync(CancellationToken.None);
                break;
            case "deadlines":
                await FireDeadlinesAsync(host.Services);
                break;
            default:
                throw new ArgumentException($"Unknown command {args[5]}.", nameof(args));
        }
    }

    // A few at a time, saying how many steps were taken, so that somebody can kill it in between.
    private static async Task FireDeadlinesAsync(IServiceProvider services)
    {
        var (store, deadlines, clock) = (services.GetRequiredService<IWorkStore>(), services.GetRequiredService<TaskDeadlines>(), services.GetRequiredService<TimeProvider>());
        var taken = 0;
        while (await store.ClaimTaskTimersAsync(clock.GetUtcNow(), TimeSpan.FromMinutes(2), 10, CancellationToken.None) is { Count: > 0 } timers)
        {
            await Task.WhenAll(timers.Select(timer => deadlines.FireAsync(timer.TaskId, CancellationToken.None)));
            await Console.Out.WriteLineAsync((taken += timers.Count).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static async Task MigrateAsync(MigrationSlices slices, Guid id)
    {
        for (var slice = 1; await slices.RunSliceAsync(id, CancellationToken.None); slice++)
            await Console.Out.WriteLineAsync($"slice {slice}");
    }

    // Eight clerks at once; each arrival is followed by its check. A key is printed only after it was answered.
    private static Task ArriveAsync(FormSubmissions submissions) => Task.WhenAll(Enumerable.Range(0, 8).Select(clerk => Task.Run(async () =>
    {
        for (var i = 0; ; i++)
        {
            var key = $"arrive-{clerk}-{i}";
            var arrived = await SubmitAsync(submissions, new SubmissionTarget.StartForm("intake"), key, new JsonObject { ["name"] = key });
            await Console.Out.WriteLineAsync(key);
            if (i % 2 == 1)
                continue;
            key = $"check-{clerk}-{i}";
            await SubmitAsync(
                submissions, new SubmissionTarget.OpenTask(arrived.OpenedTasks[0]), key,
                new JsonObject { ["temperature"] = 36.6, ["verdict"] = "again" });
            await Console.Out.WriteLineAsync(key);
        }
    })));

    private static async Task<SubmissionAnswer.Accepted> SubmitAsync(
        FormSubmissions submissions, SubmissionTarget target, string key, JsonObject data) =>
        (SubmissionAnswer.Accepted)await submissions.SubmitAsync(new FormSubmission
        {
            Target = target,
            Data = data,
            IdempotencyKey = key,
            By = new Submitter("tester", []) { IsTrusted = true },
            Site = "north",
        }, CancellationToken.None);
}
