using System.ComponentModel.DataAnnotations;

namespace WorkflowHost.Data;

/// <summary>Section <c>Database</c>: which database, and where.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    public const string Sqlite = "sqlite";

    public const string Postgres = "postgres";

    /// <summary><c>sqlite</c> or <c>postgres</c>.</summary>
    [RegularExpression("^(sqlite|postgres)$")]
    public string Provider { get; set; } = Sqlite;

    /// <summary>Connection string of that database; for SQLite a file name is enough.</summary>
    [Required]
    public string Connection { get; set; } = "data/workflowhost.db";

    /// <summary>The connection string proper.</summary>
    public string ConnectionString =>
        Provider == Sqlite && !Connection.Contains('=', StringComparison.Ordinal)
            ? $"Data Source={Connection}"
            : Connection;
}
