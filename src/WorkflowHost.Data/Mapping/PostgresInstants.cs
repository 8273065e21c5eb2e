using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace WorkflowHost.Data.Mapping;

/// <summary>Instants on PostgreSQL, whose driver takes them in UTC only; people and scripts write them with their offset.</summary>
internal static class PostgresInstants
{
    public static ValueConverter<DateTimeOffset, DateTimeOffset> Converter { get; } = new(
        instant => instant.ToUniversalTime(), stored => stored);
}
