using Microsoft.Data.Sqlite;
using WorkflowHost.Data;

namespace WorkflowHost.Tests.Soak;

/// <summary>A minute of what <c>dotnet run -c Release --project tests/Benchmarks -- soak</c> does for ten.</summary>
public sealed class KillStormTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workflowhost-storm-").FullName;

    [Fact]
    public async Task Every_promise_is_kept_through_a_minute_of_kills()
    {
        var database = new DatabaseOptions { Connection = Path.Combine(_folder, "work.db") };

        var result = await KillStorm.RunAsync(_folder, database, TimeSpan.FromMinutes(1), seed: 5);

        result.Mistakes.ShouldBeEmpty($"{result}");
        // A storm that nobody worked in proves nothing.
        result.Kills.ShouldBeGreaterThanOrEqualTo(5);
        result.Acknowledged.ShouldBeGreaterThanOrEqualTo(result.Kills * 10);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
