using System.Diagnostics;
using System.Text.Json.Nodes;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Submissions;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Data;

namespace Benchmarks.Store;

/// <summary>
/// How fast units of work become durable: <c>dotnet run -c Release --project tests/Benchmarks -- store [connection]</c>.
/// A unit is what one submission does without the workflow: it completes a task, stores the submission, updates the case,
/// opens the next task and writes three audit rows (8 statements). Prints one line per number of callers.
/// </summary>
public static class StoreMeasurement
{
    private static readonly TimeSpan PerRound = TimeSpan.FromSeconds(4);

    public static async Task RunAsync(string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("workflowhost-measure-").FullName;
        var options = args.Length > 0
            ? new DatabaseOptions { Provider = DatabaseOptions.Postgres, Connection = args[0] }
            : new DatabaseOptions { Connection = Path.Combine(folder, "work.db") };
        await WorkData.MigrateAsync(options, CancellationToken.None);
        await using (var store = WorkData.OpenStore(options))
        {
            OpeningSessions(store);
            foreach (var callers in new[] { 1, 1, 4, 16, 64 })
                await MeasureAsync(store, callers);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static void OpeningSessions(IWorkStore store)
    {
        const int Count = 1_000_000;
        var plan = Plan();
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < Count; i++)
        {
            using var session = store.Open("measure", DateTimeOffset.UnixEpoch, plan);
        }

        Console.WriteLine($"open and dispose a session: {clock.Elapsed.TotalMicroseconds / Count:0.00} µs");
    }

    private static async Task MeasureAsync(IWorkStore store, int callers)
    {
        var latencies = new List<double>[callers];
        var processor = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(i => Task.Run(async () =>
            latencies[i] = await CallAsync(store, $"{callers}-{i}-{Guid.CreateVersion7():N}"))));
        var elapsed = clock.Elapsed;
        processor = Environment.CpuUsage.TotalTime - processor;

        var all = latencies.SelectMany(l => l).Order().ToList();
        Console.WriteLine(
            $"{callers,3} callers: {all.Count / elapsed.TotalSeconds,8:0} units/s   p50 {all[all.Count / 2]:0.00} ms   "
            + $"p99 {all[all.Count * 99 / 100]:0.00} ms   max {all[^1]:0.0} ms   "
            + $"{processor.TotalMicroseconds / all.Count:0} µs of processor each");
    }

    private static async Task<List<double>> CallAsync(IWorkStore store, string caller)
    {
        var plan = Plan();
        var caseId = Guid.Empty;
        var taskId = Guid.Empty;
        await CommitAsync(store, plan, session =>
        {
            caseId = session.Create("person", new JsonObject { ["name"] = caller }, null).Id;
            var first = NewTask(caller);
            session.OpenTask(first);
            taskId = first.Id;
        });

        var latencies = new List<double>();
        var clock = Stopwatch.StartNew();
        for (var i = 0; clock.Elapsed < PerRound; i++)
        {
            var began = clock.Elapsed;
            var number = i;
            await CommitAsync(store, plan, session =>
            {
                session.CompleteTask(
                    session.FindTask(taskId)!,
                    new Submission
                    {
                        IdempotencyKey = $"{caller}-{number}",
                        Form = "intake",
                        TaskId = taskId,
                        SubmittedBy = "measure",
                        SubmittedAt = session.Now,
                        DataJson = Answers,
                    },
                    "Done");
                session.Update(session.Find(caseId)!, new JsonObject { ["visits"] = number }, null, null);
                var next = NewTask(caller);
                session.OpenTask(next);
                taskId = next.Id;
            });
            latencies.Add((clock.Elapsed - began).TotalMilliseconds);
        }

        return latencies;
    }

    private static async Task CommitAsync(IWorkStore store, Plan plan, Action<WorkSession> work)
    {
        using var session = store.Open("measure", TimeProvider.System.GetUtcNow(), plan);
        work(session);
        var outcome = await session.CommitAsync(CancellationToken.None);
        if (!outcome.IsCommitted)
            throw new InvalidOperationException($"{outcome}");
    }

    private static HumanTask NewTask(string caller) => new()
    {
        InstanceId = caller, BookmarkId = Guid.CreateVersion7().ToString("N")[16..], Form = "intake", Title = "Intake", Role = "clerk",
    };

    private static readonly string Answers = new JsonObject { ["notes"] = new string('x', 2000) }.ToJsonString();

    private static Plan Plan() => WorkflowHost.Cases.Plans.Plan.Parse(
        """
        {"key": "measure", "title": {"es": "Medición"}, "timeZone": "UTC",
         "roles": [{"key": "clerk", "title": {"es": "Registro"}, "permissions": ["tasks.work"], "sensitivity": ["general"]}],
         "caseTypes": [{"key": "person", "title": {"es": "Persona"}, "titleTemplate": "{name}", "identity": [["name"]]}]}
        """);
}
