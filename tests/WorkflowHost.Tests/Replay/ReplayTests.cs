using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Data;
using WorkflowHost.Engine;

namespace WorkflowHost.Tests.Replay;

/// <summary>The wave of the shipped scenario with few people: every figure follows its rule at any size.</summary>
public sealed class ReplayTests : IDisposable
{
    private const int People = 60;
    private readonly string _folder = Directory.CreateTempSubdirectory("workflowhost-replay-").FullName;

    [Fact]
    public async Task A_replay_that_was_killed_goes_on_and_ends_like_one_that_was_not()
    {
        using var whole = ReplayProcess.Start(Path.Combine(_folder, "whole.db"), People);
        var expected = await whole.FinishAsync();
        var database = Path.Combine(_folder, "killed.db");
        using (var killed = ReplayProcess.Start(database, People))
            await killed.KillWhenAsync(async () => File.Exists(database) && (await SubmissionsAsync(database)).Count > 150);
        var acknowledged = await SubmissionsAsync(database);

        using var second = ReplayProcess.Start(database, People);
        var actual = await second.FinishAsync();

        acknowledged.ShouldNotBeEmpty();
        actual.ShouldBe(expected);
        acknowledged.Except(await SubmissionsAsync(database)).ShouldBeEmpty();
        await using var db = WorkData.OpenDb(new DatabaseOptions { Connection = database });
        (await db.Tasks.CountAsync(t => t.State == TaskState.Open)).ShouldBe(0);
        (await db.Instances.CountAsync(i => i.Status == WorkflowStatus.Running)).ShouldBe(0);
        (await db.Outbox.CountAsync(m => m.State == OutboxState.Pending)).ShouldBe(0);
        Figure(actual, "ingresos").ShouldBe(People);
        Figure(actual, "egresos").ShouldBe(People);
        Figure(actual, "familias-egresadas").ShouldBe(20);
        Figure(actual, "viviendas-arrendadas").ShouldBe(10);
        Figure(actual, "donativos").ShouldBe(1062);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static long Figure(string json, string indicator) =>
        JsonNode.Parse(json)!["indicators"]!.AsArray().Single(i => i!["key"]!.ToString() == indicator)!["value"]!.GetValue<long>();

    private static async Task<IReadOnlyList<Guid>> SubmissionsAsync(string database)
    {
        await using var db = WorkData.OpenDb(new DatabaseOptions { Connection = database });
        // The tables may be about to be made.
        return (await db.Database.GetAppliedMigrationsAsync()).Any() ? await db.Submissions.Select(s => s.Id).ToListAsync() : [];
    }
}
