using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace WorkflowHost.Data.Sql.Sqlite;

/// <summary>Tells mistakes in a statement from trouble with the file, which concerns everybody who waits.</summary>
internal static class SqliteTrouble
{
    public static bool IsWithTheFile(Exception error) => error is SqliteException
    {
        SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_NOMEM or raw.SQLITE_READONLY or raw.SQLITE_IOERR
            or raw.SQLITE_CORRUPT or raw.SQLITE_FULL or raw.SQLITE_CANTOPEN or raw.SQLITE_NOTADB
    };

    /// <summary>Trouble with the file in the store's own words; anything else as it is.</summary>
    public static Exception Tell(Exception error) => IsWithTheFile(error)
        ? new StoreUnavailableException(error.Message, error)
        {
            IsFull = error is SqliteException { SqliteErrorCode: raw.SQLITE_FULL },
        }
        : error;
}
