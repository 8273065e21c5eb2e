using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Data;
using WorkflowHost.Running;
using WorkflowHost.Tests.Running;

namespace WorkflowHost.Tests.Soak;

/// <summary>
/// Everybody at once: per instance both first tasks, one of them by two rivals, the other sent twice, and the last task the
/// moment somebody learns of it. Callers who were told to come back, or told nothing, send the same again.
/// </summary>
internal sealed class Rush(WorkStage stage)
{
    private const int MaxTries = 1000;

    private readonly ConcurrentBag<RushReply> _replies = [];

    public IReadOnlyCollection<RushReply> Replies => _replies;

    public async Task StartAsync(int instances) => await Parallel.ForEachAsync(
        Enumerable.Range(0, instances), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, ct) =>
        {
            var id = number.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
            var start = new StartRequest { DefinitionId = RushWorkflow.DefinitionId, InstanceId = id };
            // An instance that is there already was started by a try whose answer was lost.
            await InsistAsync(
                () => stage.Runtime.StartAsync(start, "tester", ct), answer => answer is RunAnswer.Done or RunAnswer.NotFound);
        });

    public async Task RunAsync(int seed)
    {
        var calls = new List<(HumanTask Task, string Key)>();
        foreach (var tasks in (await stage.OpenTasksAsync()).GroupBy(task => task.InstanceId))
        {
            var left = tasks.Single(task => task.Title == "Left");
            var right = tasks.Single(task => task.Title == "Right");
            calls.AddRange([
                (left, $"left-{left.Id}"), (left, $"left-{left.Id}"), (right, $"right-{right.Id}"), (right, $"rival-{right.Id}"),
            ]);
        }

        var shuffled = calls.ToArray();
        new Random(seed).Shuffle(shuffled);
        await Task.WhenAll(shuffled.Select(call => Task.Run(() => SendAsync(call.Task, call.Key))));
    }

    private async Task SendAsync(HumanTask task, string key)
    {
        var answer = await InsistAsync(
            () => stage.CheckAsync(task.Id, "fit", key), told => told is not SubmissionAnswer.Conflict { Code: "instance.busy" });
        _replies.Add(new RushReply(task, key, answer));
        if (task.Title == "Last" || answer is not (SubmissionAnswer.Accepted or SubmissionAnswer.Duplicate))
            return;
        // A caller whose answer was lost does not know what was opened; the inbox does.
        foreach (var next in await LastOfAsync(task.InstanceId))
            await SendAsync(next, $"last-{next.Id}");
    }

    private async Task<List<HumanTask>> LastOfAsync(string instanceId)
    {
        await using var db = stage.OpenDb();
        return await db.Tasks.AsNoTracking().Where(t => t.InstanceId == instanceId && t.Title == "Last").ToListAsync();
    }

    private static async Task<T> InsistAsync<T>(Func<Task<T>> call, Func<T, bool> isFinal)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            try
            {
                if (await call() is var answer && isFinal(answer))
                    return answer;
            }
            catch (Exception e) when (e is StoreBusyException or StoreUnavailableException)
            {
                // Nothing is known: the same again.
            }

            await Task.Yield();
        }

        throw new InvalidOperationException($"No answer after {MaxTries} tries.");
    }
}
