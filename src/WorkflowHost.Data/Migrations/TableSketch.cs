using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace WorkflowHost.Data.Migrations;

/// <summary>
/// A table in a migration, without store types: each database chooses its own. The one exception is an instant, which is
/// a number on SQLite (see SqliteInstants).
/// </summary>
internal sealed class TableSketch(MigrationBuilder migration, string table)
{
    private readonly CreateTableOperation _operation = Added(migration, table);

    private bool IsSqlite => migration.ActiveProvider == "Microsoft.EntityFrameworkCore.Sqlite";

    public TableSketch Text(params string[] names) => Columns<string>(names, false);

    public TableSketch OptionalText(params string[] names) => Columns<string>(names, true);

    public TableSketch Guid(params string[] names) => Columns<Guid>(names, false);

    public TableSketch OptionalGuid(params string[] names) => Columns<Guid>(names, true);

    public TableSketch Instant(params string[] names) => Instants(names, false);

    public TableSketch OptionalInstant(params string[] names) => Instants(names, true);

    public TableSketch Day(params string[] names) => Columns<DateOnly>(names, false);

    public TableSketch Int(params string[] names) => Columns<int>(names, false);

    public TableSketch OptionalInt(params string[] names) => Columns<int>(names, true);

    public TableSketch Long(params string[] names) => Columns<long>(names, false);

    public TableSketch Flag(params string[] names) => Columns<bool>(names, false);

    public TableSketch Bytes(params string[] names) => Columns<byte[]>(names, false);

    public TableSketch OptionalBytes(params string[] names) => Columns<byte[]>(names, true);

    /// <summary>A number the database gives.</summary>
    public TableSketch Numbered<T>(string name)
        where T : struct
    {
        Columns<T>([name], false);
        var column = _operation.Columns[^1];
        column.AddAnnotation("Sqlite:Autoincrement", true);
        column.AddAnnotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);
        return this;
    }

    public TableSketch Key(params string[] columns)
    {
        _operation.PrimaryKey = new AddPrimaryKeyOperation { Name = $"pk_{table}", Table = table, Columns = columns };
        return this;
    }

    /// <summary>Rows go when the row they belong to goes.</summary>
    public TableSketch Belongs(string column, string to)
    {
        _operation.ForeignKeys.Add(new AddForeignKeyOperation
        {
            Name = $"fk_{table}_{column}",
            Table = table,
            Columns = [column],
            PrincipalTable = to,
            PrincipalColumns = ["id"],
            OnDelete = ReferentialAction.Cascade,
        });
        return this;
    }

    public TableSketch Index(params string[] columns) => Indexed(columns);

    public TableSketch Unique(params string[] columns) => Indexed(columns, unique: true);

    /// <summary>An index over some rows; two over the same columns need a word to tell them apart.</summary>
    public TableSketch Indexed(string[] columns, bool unique = false, string? where = null, string word = "")
    {
        migration.CreateIndex(
            $"ix_{table}_{string.Join('_', columns)}{word}", table, columns, unique: unique, filter: where);
        return this;
    }

    private TableSketch Instants(string[] names, bool nullable) =>
        IsSqlite ? Columns<long>(names, nullable) : Columns<DateTimeOffset>(names, nullable);

    private TableSketch Columns<T>(string[] names, bool nullable)
    {
        foreach (var name in names)
        {
            _operation.Columns.Add(new AddColumnOperation
            {
                Table = table, Name = name, ClrType = typeof(T), IsNullable = nullable,
            });
        }

        return this;
    }

    private static CreateTableOperation Added(MigrationBuilder migration, string table)
    {
        var operation = new CreateTableOperation { Name = table };
        migration.Operations.Add(operation);
        return operation;
    }
}
