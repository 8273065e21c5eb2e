using System.Collections.Concurrent;
using WorkflowHost.Data.Sql;

namespace WorkflowHost.Data;

/// <summary>
/// Numbers for folios, fetched from the database in blocks: a counter row touched by every new case would make all of
/// them wait for one another. What a stopped program had not used is lost, so folios have gaps.
/// </summary>
internal sealed class FolioNumbers(Database database, WorkSchema schema)
{
    private const long BlockSize = 100;

    private readonly ConcurrentDictionary<string, Block> _blocks = new(StringComparer.Ordinal);

    public long Next(string caseType)
    {
        var block = _blocks.GetOrAdd(caseType, _ => new Block());
        lock (block)
        {
            if (block.Next > block.Last)
            {
                block.Last = database.NumberNow(
                    schema.Case.ReserveFolios, schema.Case.ReserveFolios.Convert(caseType, BlockSize));
                block.Next = block.Last - BlockSize + 1;
            }

            return block.Next++;
        }
    }

    private sealed class Block
    {
        public long Next { get; set; } = 1;

        public long Last { get; set; }
    }
}
