using Microsoft.Data.Sqlite;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Delivery;

namespace WorkflowHost.Running;

/// <summary>The working program without its pages: what the web host serves and the commands use.</summary>
public static class WorkHost
{
    private const int ThreadsBesideServer = 32;

    /// <summary>Database, content, running and delivery; workers are added by hosts that stay.</summary>
    public static IServiceCollection AddWork(this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        var database = configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new DatabaseOptions();
        database.Connection = Rooted(database, contentRoot);
        if (database.Provider == DatabaseOptions.Postgres)
            EnsureThreads();
        services.AddSingleton(Microsoft.Extensions.Options.Options.Create(database));
        services.AddSingleton(TimeProvider.System);
        return services
            .AddWorkData(database)
            .AddContent(configuration)
            .AddRunning()
            .AddDelivery(configuration);
    }

    // Bursts read from the server on their threads (WorkUnits says how many); the rest of the program must not wait for the
    // pool to notice, which it does once or twice a second.
    private static void EnsureThreads()
    {
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, ThreadsBesideServer), ports);
    }

    // A relative file is relative to the program, not to the folder somebody happened to start it from.
    private static string Rooted(DatabaseOptions database, string contentRoot)
    {
        if (database.Provider != DatabaseOptions.Sqlite)
            return database.Connection;
        var connection = new SqliteConnectionStringBuilder(database.ConnectionString);
        if (connection.DataSource is not ":memory:" and not "" && !Path.IsPathRooted(connection.DataSource))
            connection.DataSource = Path.GetFullPath(connection.DataSource, contentRoot);
        return connection.ConnectionString;
    }
}
