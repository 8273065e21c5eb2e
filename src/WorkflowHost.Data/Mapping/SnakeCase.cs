using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace WorkflowHost.Data.Mapping;

/// <summary>Column, key and index names in snake_case: the same unquoted on both databases.</summary>
internal static partial class SnakeCase
{
    public static void Apply(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Of(property.Name));
                // Both databases keep any length; a limit would only make their column types differ from the migration.
                property.SetMaxLength(null);
            }

            foreach (var key in entity.GetKeys())
                key.SetName($"pk_{entity.GetTableName()}");
            foreach (var foreignKey in entity.GetForeignKeys())
                foreignKey.SetConstraintName($"fk_{entity.GetTableName()}_{Columns(foreignKey.Properties)}");
            foreach (var index in entity.GetIndexes())
                index.SetDatabaseName(
                    $"ix_{entity.GetTableName()}_{Columns(index.Properties)}{(index.Name is null ? "" : "_" + index.Name)}");
        }
    }

    public static string Of(string name) => Hump().Replace(name, "_$1").ToLowerInvariant();

    private static string Columns(IEnumerable<Microsoft.EntityFrameworkCore.Metadata.IReadOnlyProperty> properties) =>
        string.Join('_', properties.Select(p => Of(p.Name)));

    [GeneratedRegex("(?<=[a-z0-9])([A-Z])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Hump();
}
