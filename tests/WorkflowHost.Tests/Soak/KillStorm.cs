using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Data;

namespace WorkflowHost.Tests.Soak;

/// <summary>
/// Clients submit forms to the real program over HTTP while it is killed again and again, each time about a second after
/// it has begun to answer. Afterwards every acknowledged submission must be there exactly once, with everything that
/// hangs on it.
/// </summary>
internal static class KillStorm
{
    private const int Clients = 8;
    private const int AnswersBeforeAKill = 16;
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PatienceForAnswers = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PatienceForEffects = TimeSpan.FromMinutes(3);

    public static async Task<StormResult> RunAsync(string folder, DatabaseOptions database, TimeSpan duration, int seed)
    {
        await using var receiver = await StormReceiver.StartAsync();
        StormContent.Write(folder, receiver.Port);
        using var program = new StormProgram(folder, database, receiver.Port);
        await program.StartAsync(); // the first life makes tables and people
        using var noMore = new CancellationTokenSource();
        var clients = Enumerable.Range(0, Clients).Select(number => new StormClient(program.Address, number)).ToList();
        var running = Task.WhenAll(clients.Select(client => Task.Run(() => client.RunAsync(noMore.Token))));

        var random = new Random(seed);
        var kills = 0;
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < duration; kills++)
        {
            await WorkAsync(clients, AnswersBeforeAKill);
            await Task.Delay(LongestLife * random.NextDouble());
            await program.KillAsync();
            await program.StartAsync();
        }

        await noMore.CancelAsync();
        await running;
        await program.KillAsync();
        await using var db = WorkData.OpenDb(database);
        // The dead hold their messages until their leases end; nobody here waits two minutes for that.
        await db.Outbox.Where(m => m.ClaimedUntil != null).ExecuteUpdateAsync(set => set.SetProperty(m => m.ClaimedUntil, (DateTimeOffset?)null));
        await program.StartAsync();
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < PatienceForEffects && await IsBusyAsync(db);)
            await Task.Delay(TimeSpan.FromMilliseconds(250));

        var acknowledged = clients.SelectMany(client => client.Acknowledged).ToList();
        var mistakes = await StormAudit.FindMistakesAsync(db, acknowledged, receiver);
        var result = new StormResult(
            kills,
            acknowledged.Count,
            clients.Sum(client => client.Unanswered),
            receiver.Heard.Values.Sum(keys => keys.Count),
            [.. mistakes, .. clients.SelectMany(client => client.Refused).Take(5)]);
        await program.KillAsync();
        clients.ForEach(client => client.Dispose());
        return result;
    }

    // A program that is killed before it is warm has promised nothing that could be broken.
    private static async Task WorkAsync(List<StormClient> clients, int answers)
    {
        var before = clients.Sum(client => client.Acknowledged.Count);
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < PatienceForAnswers; await Task.Delay(TimeSpan.FromMilliseconds(20)))
        {
            if (clients.Sum(client => client.Acknowledged.Count) - before >= answers)
                return;
        }
    }

    private static Task<bool> IsBusyAsync(WorkDb db) => db.Outbox.AnyAsync(m => m.State == OutboxState.Pending);
}
