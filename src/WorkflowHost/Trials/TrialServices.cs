using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Delivery;
using WorkflowHost.Running;
using WorkflowHost.Running.Versions;

namespace WorkflowHost.Trials;

/// <summary>
/// The working program once more, over a file of its own and a clock of its own. Its provider is made from nothing: no
/// service in it could send anything, and none knows the address of the real database.
/// </summary>
public static class TrialServices
{
    // The only settings a trial shares with the program: how workflows are started, and how large a batch of moves is.
    private static readonly string[] Shared = [RunningOptions.Section, MigrationOptions.Section];

    /// <summary>Services over an SQLite file.</summary>
    public static ServiceCollection Describe(string file, TimeProvider clock, IConfiguration program)
    {
        var database = DatabaseOf(file);
        var settings = SettingsOf(program);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(settings);
        services.AddSingleton(Options.Create(database));
        services.AddSingleton(clock);
        services.AddWorkData(database);
        services.AddContent(settings);
        services.AddRunning();
        services.AddSubscriptions();
        return services;
    }

    public static DatabaseOptions DatabaseOf(string file) => new()
    {
        Provider = DatabaseOptions.Sqlite,
        Connection = new SqliteConnectionStringBuilder { DataSource = file }.ConnectionString,
    };

    /// <summary>Lets go of the file's connections, so that it is whole on disk and may be deleted.</summary>
    public static void Release(string file)
    {
        using var connection = new SqliteConnection(DatabaseOf(file).ConnectionString);
        SqliteConnection.ClearPool(connection);
    }

    private static IConfiguration SettingsOf(IConfiguration program) => new ConfigurationBuilder()
        .AddInMemoryCollection(Shared.SelectMany(section => program.GetSection(section).AsEnumerable()))
        .Build();
}
