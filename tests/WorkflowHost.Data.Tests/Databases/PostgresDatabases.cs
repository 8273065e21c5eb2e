using Npgsql;

namespace WorkflowHost.Data.Tests.Databases;

/// <summary>PostgreSQL databases, copied from one that was migrated once; shared by all PostgreSQL test classes.</summary>
public sealed class PostgresDatabases : IDatabases, IAsyncLifetime
{
    public const string Collection = "PostgreSQL";

    private PostgresServer? _server;
    private string _connection = "";
    private string? _template;

    public async Task InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("WORKFLOWHOST_TEST_POSTGRES") is { Length: > 0 } given)
        {
            _connection = given;
            return;
        }

        _server = await PostgresServer.StartAsync();
        _connection = _server.Connection;
    }

    public async Task DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_template is not null)
            await DropAsync(_template);
        if (_server is not null)
            await _server.DisposeAsync();
    }

    public async Task<TestDatabase> CreateAsync()
    {
        if (_template is null)
        {
            var name = NewName();
            await ExecuteAsync($"CREATE DATABASE {name}");
            await WorkData.MigrateAsync(OptionsFor(name), CancellationToken.None);
            NpgsqlConnection.ClearAllPools(); // a template must have no visitors
            _template = name;
        }

        return await NewAsync($" TEMPLATE {_template}");
    }

    public async Task<TestDatabase> CreateFromModelAsync()
    {
        var database = await NewAsync("");
        await using var db = database.OpenDb();
        await db.Database.EnsureCreatedAsync();
        return database;
    }

    private static string NewName() => $"workflowhost_test_{Guid.CreateVersion7():N}";

    private async Task<TestDatabase> NewAsync(string from)
    {
        var name = NewName();
        await ExecuteAsync($"CREATE DATABASE {name}{from}");
        return new TestDatabase(OptionsFor(name), () => DropAsync(name));
    }

    private DatabaseOptions OptionsFor(string database) => new()
    {
        Provider = DatabaseOptions.Postgres,
        Connection = new NpgsqlConnectionStringBuilder(_connection) { Database = database }.ToString(),
    };

    private Task DropAsync(string name) => ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_connection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
