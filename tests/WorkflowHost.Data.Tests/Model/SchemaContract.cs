using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Data.Tests.Contracts;
using WorkflowHost.Data.Tests.Databases;

namespace WorkflowHost.Data.Tests.Model;

/// <summary>The migrations, written by hand, must make exactly the tables EF's model describes.</summary>
public abstract class SchemaContract(IDatabases databases) : StoreContract(databases)
{
    [Fact]
    public async Task Migrations_make_the_tables_of_the_model()
    {
        await using var fromModel = await Databases.CreateFromModelAsync();

        var expected = await DescribeAsync(fromModel);
        var actual = await DescribeAsync(Database);

        actual.ShouldBe(expected);
        actual.Count.ShouldBeGreaterThan(250);
    }

    [Fact]
    public async Task Migrating_again_changes_nothing()
    {
        await WorkData.MigrateAsync(Database.Options, CancellationToken.None);

        await using var db = Db();
        (await db.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
    }

    /// <summary>One line per column and index.</summary>
    protected abstract string DescriptionSql { get; }

    private async Task<IReadOnlyList<string>> DescribeAsync(TestDatabase database)
    {
        await using var db = database.OpenDb();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = DescriptionSql;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
            lines.Add(Line(reader));
        return lines.Order(StringComparer.Ordinal).ToList();
    }

    private static string Line(DbDataReader reader) =>
        string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i)));
}
