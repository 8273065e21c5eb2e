using Microsoft.EntityFrameworkCore;

namespace WorkflowHost.Features.Shared.Querying;

/// <summary>One page of a list and how long the list is.</summary>
/// <param name="Number">From 1.</param>
public sealed record PageOf<T>(IReadOnlyList<T> Rows, int Number, int Size, int Total)
{
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);

    public int First => Total == 0 ? 0 : (Number - 1) * Size + 1;

    public int Last => Math.Min(Total, Number * Size);

    public PageOf<TOther> Of<TOther>(IReadOnlyList<TOther> rows) => new(rows, Number, Size, Total);
}

public static class PageOf
{
    /// <summary>A number outside the list gives its nearest page.</summary>
    public static async Task<PageOf<T>> PageAsync<T>(this IQueryable<T> source, int number, int size, CancellationToken stop)
    {
        var total = await source.CountAsync(stop);
        var last = Math.Max(1, (total + size - 1) / size);
        var page = Math.Clamp(number, 1, last);
        var rows = await source.Skip((page - 1) * size).Take(size).ToListAsync(stop);
        return new PageOf<T>(rows, page, size, total);
    }
}
