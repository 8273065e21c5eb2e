using Npgsql;

namespace WorkflowHost.Data.Sql.Postgres;

/// <summary>Tells mistakes in a statement from a server that is away, stopping, or out of room.</summary>
internal static class PostgresTrouble
{
    public static Exception Tell(Exception error) => error switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => New(error, isFull: true),
        PostgresException { IsTransient: true } => New(error, isFull: false),
        PostgresException => error,
        NpgsqlException or TimeoutException => New(error, isFull: false),
        _ => error,
    };

    private static StoreUnavailableException New(Exception error, bool isFull) =>
        new(error.Message, error) { IsFull = isFull };
}
