using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace WorkflowHost.Data.Mapping;

/// <summary>
/// Instants on SQLite: whole microseconds since 1970, UTC. They compare as numbers, have PostgreSQL's precision, and
/// <c>datetime(created_at / 1000000, 'unixepoch')</c> reads them in a shell.
/// </summary>
internal static class SqliteInstants
{
    public static ValueConverter<DateTimeOffset, long> Converter { get; } = new(
        instant => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
        stored => new DateTimeOffset(
            (stored * TimeSpan.TicksPerMicrosecond) + DateTimeOffset.UnixEpoch.Ticks, TimeSpan.Zero));
}
