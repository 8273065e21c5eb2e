using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Data.Tests.Databases;

namespace WorkflowHost.Data.Tests.Contracts;

/// <summary>What only SQLite's group commit can get wrong.</summary>
public sealed class SqliteWriterTests() : StoreContract(new SqliteDatabases())
{
    [Fact]
    public async Task Promises_of_the_file_are_set_on_every_connection()
    {
        await using var db = Db();
        await db.Database.OpenConnectionAsync();

        (await PragmaAsync(db, "journal_mode")).ShouldBe("wal");
        (await PragmaAsync(db, "synchronous")).ShouldBe("2");
    }

    [Fact]
    public async Task A_unit_refused_or_broken_does_not_touch_the_others_of_its_batch()
    {
        var taken = new HumanTask { InstanceId = "i", BookmarkId = "b", Form = "f", Title = "t", Role = "clerk" };
        await CommitAsync(s => s.OpenTask(taken));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(async () =>
        {
            using var session = Open();
            session.Create("person", new JsonObject { ["name"] = $"{i}" }, null);
            if (i % 10 == 0)
                session.OpenTask(taken); // the same id again: a mistake, not a collision
            try
            {
                return (await session.CommitAsync(CancellationToken.None)).Result.ToString();
            }
            catch (Microsoft.Data.Sqlite.SqliteException)
            {
                return "Broken";
            }
        })));

        outcomes.Count(o => o == "Broken").ShouldBe(20);
        outcomes.Count(o => o == "Committed").ShouldBe(180);
        await using var db = Db();
        (await db.Cases.CountAsync()).ShouldBe(180);
        (await db.Tasks.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Administration_writes_beside_the_writer()
    {
        var work = Task.Run(async () =>
        {
            for (var i = 0; i < 200; i++)
                await CommitAsync(s => s.Create("person", new JsonObject { ["name"] = "x" }, null));
        });
        for (var i = 0; i < 20; i++)
        {
            await using var db = Db();
            db.Settings.Add(new Setting { Key = $"k{i}", Value = "v", UpdatedAt = Noon });
            await db.SaveChangesAsync();
        }

        await work;
        await using var later = Db();
        (await later.Settings.CountAsync()).ShouldBe(20);
        (await later.Cases.CountAsync()).ShouldBe(200);
    }

    private static async Task<string> PragmaAsync(WorkDb db, string name)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return $"{await command.ExecuteScalarAsync()}";
    }
}
