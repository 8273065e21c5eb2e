using Microsoft.Data.Sqlite;

namespace WorkflowHost.Data.Tests.Databases;

/// <summary>SQLite files in the temporary folder.</summary>
public sealed class SqliteDatabases : IDatabases
{
    public async Task<TestDatabase> CreateAsync()
    {
        var database = New();
        await WorkData.MigrateAsync(database.Options, CancellationToken.None);
        return database;
    }

    public async Task<TestDatabase> CreateFromModelAsync()
    {
        var database = New();
        await using var db = database.OpenDb();
        await db.Database.EnsureCreatedAsync();
        return database;
    }

    private static TestDatabase New()
    {
        var folder = Directory.CreateTempSubdirectory("workflowhost-test-").FullName;
        var options = new DatabaseOptions { Connection = Path.Combine(folder, "work.db") };
        return new TestDatabase(options, () =>
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
            return Task.CompletedTask;
        });
    }
}
