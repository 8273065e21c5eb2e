using System.Buffers;

namespace WorkflowHost.Delivery;

/// <summary>Reads a body under a cap that is counted while reading: a missing or lying Content-Length changes nothing.</summary>
public static class CappedBody
{
    private const int Chunk = 16 * 1024;

    /// <summary>The bytes, or null when there are more than <paramref name="maxSizeInBytes"/>.</summary>
    public static async Task<byte[]?> ReadAsync(Stream body, int maxSizeInBytes, CancellationToken ct)
    {
        using var collected = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(Chunk);
        try
        {
            while (await body.ReadAsync(buffer, ct) is var read and > 0)
            {
                if (collected.Length + read > maxSizeInBytes)
                    return null;
                collected.Write(buffer, 0, read);
            }

            return collected.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
