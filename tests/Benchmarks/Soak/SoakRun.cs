using System.Globalization;
using WorkflowHost.Data;
using WorkflowHost.Data.Tests.Databases;
using WorkflowHost.Tests.Soak;

namespace Benchmarks.Soak;

/// <summary>
/// Kills the program about once a second under load and looks what is left:
/// <c>dotnet run -c Release --project tests/Benchmarks -- soak [--minutes 10] [--store sqlite|postgres] [--seed 1]</c>.
/// Ends with 1 when a promise was broken.
/// </summary>
internal static class SoakRun
{
    public static async Task<int> RunAsync(string[] args)
    {
        var minutes = double.Parse(Option(args, "--minutes") ?? "10", CultureInfo.InvariantCulture);
        var seed = int.Parse(Option(args, "--seed") ?? "1", CultureInfo.InvariantCulture);
        var folder = Directory.CreateTempSubdirectory("workflowhost-soak-").FullName;
        await using var server = Option(args, "--store") == DatabaseOptions.Postgres ? await PostgresServer.StartAsync() : null;
        var database = server is null
            ? new DatabaseOptions { Connection = Path.Combine(folder, "work.db") }
            : new DatabaseOptions { Provider = DatabaseOptions.Postgres, Connection = server.Connection };

        var result = await KillStorm.RunAsync(folder, database, TimeSpan.FromMinutes(minutes), seed);

        Console.WriteLine($"{database.Provider}, {minutes} minutes, seed {seed}: {result}");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return result.Mistakes.Count == 0 ? 0 : 1;
    }

    private static string? Option(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
