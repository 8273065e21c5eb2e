using System.Text.Json.Nodes;
using Benchmarks.Workflows;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Data.Tests.Databases;
using WorkflowHost.Engine;
using WorkflowHost.Running;

namespace WorkflowHost.Tests.Running;

/// <summary>
/// What a small finished instance leaves on disk, journal, records and indexes included: Elsa 3.8 leaves 22 KiB of the same
/// flow, and half of that is the most we may.
/// </summary>
public abstract class StoredSizeContract(IDatabases databases)
{
    private const int Instances = 500;
    private const double MostBytes = 11 * 1024;

    [Fact]
    public async Task A_small_finished_instance_takes_less_than_half_of_what_Elsa_takes()
    {
        await using var stage = await WorkStage.OpenAsync(databases, JsonNode.Parse(MeasuredFlow.Definition)!.AsObject());
        await using var db = stage.OpenDb();
        var before = await TableSizes.ReadAsync(db);

        for (var i = 0; i < Instances; i++)
            await stage.Runtime.StartAsync(new StartRequest { DefinitionId = MeasuredFlow.DefinitionId }, "tester", CancellationToken.None);
        foreach (var bookmark in await db.Bookmarks.Select(b => b.Id).ToListAsync())
            await stage.Runtime.ResumeAsync(bookmark, new JsonObject { [WorkflowInputKeys.RunTask] = "ok" }, "tester", CancellationToken.None);

        (await db.Instances.CountAsync(i => i.SubStatus == WorkflowSubStatus.Finished)).ShouldBe(Instances);
        var growth = TableSizes.GrowthPerItem(before, await TableSizes.ReadAsync(db), Instances);
        growth.Sum(table => table.BytesEach).ShouldBeLessThan(MostBytes, string.Join(", ", growth));
    }
}

public sealed class SqliteStoredSizeTests() : StoredSizeContract(new SqliteDatabases());

[Collection(PostgresDatabases.Collection)]
public sealed class PostgresStoredSizeTests(PostgresDatabases databases) : StoredSizeContract(databases);
