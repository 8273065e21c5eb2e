using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using WorkflowHost.Data.Sql;
using WorkflowHost.Data.Sql.Postgres;
using WorkflowHost.Data.Sql.Sqlite;

namespace WorkflowHost.Data;

/// <summary>Puts the database together: EF for pages and administration, the store for units of work, over one model.</summary>
public static class WorkData
{
    /// <summary>
    /// Registers <see cref="WorkDb"/> (scoped, and by <see cref="IDbContextFactory{TContext}"/>) and
    /// <see cref="IWorkStore"/> (one per program, made when first asked for).
    /// </summary>
    public static IServiceCollection AddWorkData(this IServiceCollection services, DatabaseOptions options)
    {
        services.AddDbContextFactory<WorkDb>(db => Configure(db, options));
        services.AddSingleton(_ => OpenStore(options));
        return services;
    }

    /// <summary>A context of its own, for commands and tests.</summary>
    public static WorkDb OpenDb(DatabaseOptions options)
    {
        var builder = new DbContextOptionsBuilder<WorkDb>();
        Configure(builder, options);
        return new WorkDb(builder.Options);
    }

    /// <summary>Creates the database where it is missing and brings its tables up to date.</summary>
    public static async Task MigrateAsync(DatabaseOptions options, CancellationToken cancellationToken)
    {
        CreateFolder(options);
        var db = OpenDb(options);
        await using var _ = db.ConfigureAwait(false);
        await db.Database.MigrateAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A store over a migrated database.</summary>
    public static IWorkStore OpenStore(DatabaseOptions options) => OpenStore(options, OpenDatabase(options));

    /// <summary>A store over what stands between it and the database.</summary>
    internal static IWorkStore OpenStore(DatabaseOptions options, Database database)
    {
        using var db = OpenDb(options);
        return new WorkStore(database, new WorkSchema(db.Model, database.SkipLocked));
    }

    internal static Database OpenDatabase(DatabaseOptions options) => options.Provider == DatabaseOptions.Postgres
        ? new PostgresDatabase(PostgresSource(options))
        : new SqliteDatabase(options.ConnectionString);

    private static void Configure(DbContextOptionsBuilder builder, DatabaseOptions options)
    {
        // Migrations are written by hand, without the snapshot EF would compare with; a test compares the tables.
        builder.ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning));
        if (options.Provider == DatabaseOptions.Postgres)
            builder.UseNpgsql(options.ConnectionString);
        else
            builder.UseSqlite(options.ConnectionString).AddInterceptors(SqlitePragmas.Instance);
    }

    private static NpgsqlDataSource PostgresSource(DatabaseOptions options)
    {
        // The writer asks which command of a batch failed.
        var connection = new NpgsqlConnectionStringBuilder(options.ConnectionString) { IncludeFailedBatchedCommand = true };
        if (connection.MaxAutoPrepare == 0)
        {
            connection.MaxAutoPrepare = 200;
            connection.AutoPrepareMinUsages = 2;
        }

        // Whoever waits for a server that has gone silent is told so within this time.
        if (!connection.ContainsKey("Command Timeout"))
            connection.CommandTimeout = 15;

        return NpgsqlDataSource.Create(connection);
    }

    private static void CreateFolder(DatabaseOptions options)
    {
        if (options.Provider == DatabaseOptions.Postgres)
            return;
        var file = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(options.ConnectionString).DataSource;
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
    }
}
