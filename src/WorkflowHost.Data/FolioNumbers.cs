using System.Collections.Concurrent;
using System.Data.Common;
using WorkflowHost.Data.Sql;

namespace WorkflowHost.Data;

/// <summary>
/// Numbers for folios, fetched from the database in blocks: a counter row touched by every new case would make all of
/// them wait for one another. The next block is fetched while the last is half full, because the interpreter cannot wait
/// without holding its thread. What a stopped program had not used is lost, so folios have gaps.
/// </summary>
internal sealed class FolioNumbers(Database database, WorkSchema schema)
{
    private const long BlockSize = 100;
    private const long FetchAt = BlockSize / 2;

    private readonly ConcurrentDictionary<string, Block> _blocks = new(StringComparer.Ordinal);

    /// <summary>Numbers for which somebody had to wait.</summary>
    public int Waits { get; private set; }

    public long Next(string caseType)
    {
        var block = _blocks.GetOrAdd(caseType, _ => new Block());
        lock (block)
        {
            if (block.Next > block.Last)
                block.Begin(block.Ahead ?? FetchNow(caseType));
            if (block is { Ahead: null, IsFetching: false } && block.Last - block.Next < FetchAt)
            {
                block.IsFetching = true;
                _ = FetchAsync(caseType, block);
            }

            return block.Next++;
        }
    }

    // The first of a type, or a rush that outran the fetch.
    private long FetchNow(string caseType)
    {
        Waits++;
        return database.NumberNow(schema.Case.ReserveFolios, Values(caseType));
    }

    private async Task FetchAsync(string caseType, Block block)
    {
        IReadOnlyList<long> ends = [];
        try
        {
            // Away from the caller, who holds the block.
            await Task.Yield();
            ends = await database.ClaimAsync(
                schema.Case.ReserveFolios, Values(caseType), reader => reader.GetInt64(0), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is StoreUnavailableException or DbException or ObjectDisposedException or InvalidOperationException)
        {
            // Nobody waits for this: whoever needs the number fetches it, and is told what is wrong.
        }

        lock (block)
        {
            block.Ahead = ends is [var end] ? end : null;
            block.IsFetching = false;
        }
    }

    private object?[] Values(string caseType) => schema.Case.ReserveFolios.Convert(caseType, BlockSize);

    private sealed class Block
    {
        public long Next { get; set; } = 1;

        public long Last { get; private set; }

        /// <summary>End of the block to use after this one, when it is there already.</summary>
        public long? Ahead { get; set; }

        public bool IsFetching { get; set; }

        public void Begin(long last)
        {
            Last = last;
            Next = last - BlockSize + 1;
            Ahead = null;
        }
    }
}
