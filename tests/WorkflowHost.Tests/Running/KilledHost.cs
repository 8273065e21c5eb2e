using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using WorkflowHost.Running.Versions;

namespace WorkflowHost.Tests.Running;

/// <summary>The working program as a process of its own over the database of a stage, because only a process can be killed.</summary>
public static class KilledHost
{
    /// <summary>Starts it with a command and kills it, without any chance to tidy up, at the first line that fits.</summary>
    public static async Task RunUntilAsync(WorkStage stage, IEnumerable<string> command, Func<string, bool> isTheMoment)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in new[] { typeof(KilledHost).Assembly.Location }.Concat(stage.Address).Concat(command))
            start.ArgumentList.Add(word);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var isKilled = false;
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
            default:
                throw new ArgumentException($"Unknown command {args[5]}.", nameof(args));
        }
    }

    private static async Task MigrateAsync(MigrationSlices slices, Guid id)
    {
        for (var slice = 1; await slices.RunSliceAsync(id, CancellationToken.None); slice++)
            await Console.Out.WriteLineAsync($"slice {slice}");
    }
}
