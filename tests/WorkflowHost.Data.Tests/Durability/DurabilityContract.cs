using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Data.Tests.Contracts;
using WorkflowHost.Data.Tests.Databases;

namespace WorkflowHost.Data.Tests.Durability;

/// <summary>What was acknowledged survives kill -9, and nothing is there by halves.</summary>
public abstract class DurabilityContract(IDatabases databases) : StoreContract(databases)
{
    private const int Kills = 3;
    private const int AcknowledgedBeforeTheKill = 150;

    [Fact]
    public async Task What_was_acknowledged_survives_a_kill()
    {
        var acknowledged = new List<string>();
        for (var run = 0; run < Kills; run++)
            acknowledged.AddRange(await WriteUntilKilledAsync(run));

        await using var db = Db();
        var submissions = await db.Submissions.Select(s => s.IdempotencyKey).ToListAsync();
        // More may be stored than was acknowledged: commits whose answer died with the process.
        acknowledged.Except(submissions).ShouldBeEmpty();
        submissions.ShouldBeUnique();
        acknowledged.Count.ShouldBeGreaterThanOrEqualTo(Kills * AcknowledgedBeforeTheKill);

        (await db.Cases.Select(c => c.Title).ToListAsync()).ShouldBe(submissions, ignoreOrder: true);
        (await db.Facts.Select(f => f.Subject!).ToListAsync()).ShouldBe(submissions, ignoreOrder: true);
        (await db.Outbox.Select(m => m.IdempotencyKey).ToListAsync()).ShouldBe(submissions, ignoreOrder: true);
        (await db.Audit.CountAsync()).ShouldBe(submissions.Count * 2);
        (await db.CaseIdentities.CountAsync()).ShouldBe(submissions.Count);
    }

    private async Task<List<string>> WriteUntilKilledAsync(int run)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                typeof(WritingProcess).Assembly.Location,
                Database.Options.Provider,
                Database.Options.Connection,
                $"{run}",
            },
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("The writing process did not start.");
        var keys = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } key)
        {
            keys.Add(key);
            if (keys.Count == AcknowledgedBeforeTheKill)
                process.Kill(); // SIGKILL; what it had printed until then is still read
        }

        await process.WaitForExitAsync();
        return keys;
    }
}
