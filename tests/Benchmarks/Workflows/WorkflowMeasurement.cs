using System.Text.Json.Nodes;
using WorkflowHost.Data;
using WorkflowHost.Data.Tests.Databases;
using WorkflowHost.Engine;
using WorkflowHost.Running;

namespace Benchmarks.Workflows;

/// <summary>
/// How fast workflows start and resume, durably, through the program's own path:
/// <c>dotnet run -c Release --project tests/Benchmarks -- workflows [--instances 2000] [--callers 1,32] [--store sqlite|postgres|both]</c>.
/// With more than 20,000 instances memory is printed at every quarter.
/// </summary>
internal static class WorkflowMeasurement
{
    private const int WarmUp = 4000;
    private const int ManyInstances = 20_000;

    public static async Task RunAsync(string[] args)
    {
        var instances = int.Parse(Option(args, "--instances") ?? "2000", System.Globalization.CultureInfo.InvariantCulture);
        var callers = (Option(args, "--callers") ?? "1,32").Split(',').Select(int.Parse).ToArray();
        var store = Option(args, "--store") ?? "both";
        DiskProbe.Print(Path.GetTempPath());
        if (store is "sqlite" or "both")
            await MeasureAsync("SQLite", null, callers, instances);
        if (store is "postgres" or "both")
        {
            await using var server = await PostgresServer.StartAsync();
            await MeasureAsync(
                "PostgreSQL",
                new DatabaseOptions { Provider = DatabaseOptions.Postgres, Connection = server.Connection },
                callers,
                instances);
        }
    }

    private static async Task MeasureAsync(string name, DatabaseOptions? postgres, int[] callers, int instances)
    {
        await using var host = await MeasuredHost.OpenAsync(postgres);
        // Compiled code, prepared statements and caches are what a running program has.
        await PassAsync(host, 16, WarmUp, null);
        await using var db = host.Db();
        var before = await TableSizes.ReadAsync(db);
        foreach (var number in callers)
        {
            Console.WriteLine($"{name}, {number} callers, {instances} instances");
            await PassAsync(host, number, instances, new MemoryCurve(instances >= ManyInstances));
        }

        var growth = TableSizes.GrowthPerItem(before, await TableSizes.ReadAsync(db), instances * callers.Length);
        Console.WriteLine($"  {growth.Sum(table => table.BytesEach) / 1024:0.00} KiB on disk per finished instance: "
            + string.Join(", ", growth.Select(table => $"{table.Table} {table.BytesEach:0}")));
    }

    private static async Task PassAsync(MeasuredHost host, int callers, int instances, MemoryCurve? memory)
    {
        var starts = await Load.RunAsync(callers, instances, _ => StartAsync(host.Runtime), memory);
        memory?.Print("started");
        var bookmarks = await host.BookmarksAsync();
        if (bookmarks.Count != instances)
            throw new InvalidOperationException($"{bookmarks.Count} instances wait, not {instances}.");
        var resumes = await Load.RunAsync(callers, instances, i => ResumeAsync(host.Runtime, bookmarks[i]), memory);
        memory?.Print("resumed");
        if (memory is null)
            return;
        starts.Print("starts");
        resumes.Print("resumes");
    }

    private static async Task StartAsync(WorkflowRuntime runtime)
    {
        var answer = await runtime.StartAsync(
            new StartRequest { DefinitionId = MeasuredFlow.DefinitionId }, "measure", CancellationToken.None);
        Expect(answer, WorkflowSubStatus.Suspended);
    }

    private static async Task ResumeAsync(WorkflowRuntime runtime, string bookmark)
    {
        var input = new JsonObject { [WorkflowInputKeys.RunTask] = "accepted" };
        Expect(await runtime.ResumeAsync(bookmark, input, "measure", CancellationToken.None), WorkflowSubStatus.Finished);
    }

    private static void Expect(RunAnswer answer, WorkflowSubStatus status)
    {
        if (answer is not RunAnswer.Done { HasIncidents: false } done || done.SubStatus != status)
            throw new InvalidOperationException($"Not {status}: {answer}");
    }

    private static string? Option(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
