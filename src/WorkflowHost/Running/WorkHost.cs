using Microsoft.Data.Sqlite;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Delivery;

namespace WorkflowHost.Running;

/// <summary>The working program without its pages: what the web host serves and the commands use.</summary>
public static class WorkHost
{
    /// <summary>Database, content, running and delivery; workers are added by hosts that stay.</summary>
    public static IServiceCollection AddWork(this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        var database = configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new DatabaseOptions();
        database.Connection = Rooted(database, contentRoot);
        services.AddSingleton(Microsoft.Extensions.Options.Options.Create(database));
        services.AddSingleton(TimeProvider.System);
        return services
            .AddWorkData(database)
            .AddContent(configuration)
            .AddRunning()
            .AddDelivery(configuration);
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
