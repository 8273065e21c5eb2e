using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace WorkflowHost.Data;

/// <summary>
/// Long JSON texts as they are stored: one byte for the form (0 plain, 1 Brotli), then the bytes. Journals shrink to about
/// a tenth, which the disk repays more than compression costs.
/// </summary>
public static class PackedText
{
    private const byte Plain = 0;
    private const byte Brotli = 1;
    private const int WorthPacking = 512;
    private const int UsualRatio = 8;

    /// <summary>Packs UTF-8 text.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length >= WorthPacking)
        {
            var buffer = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(utf8.Length) + 1);
            buffer[0] = Brotli;
            // Quality 1: later levels cost more than they save at these sizes.
            var worked = BrotliEncoder.TryCompress(utf8, buffer.AsSpan(1), out var written, 1, 18);
            var packed = worked ? buffer.AsSpan(0, written + 1).ToArray() : null;
            ArrayPool<byte>.Shared.Return(buffer);
            if (packed is not null)
                return packed;
        }

        var plain = new byte[utf8.Length + 1];
        plain[0] = Plain;
        utf8.CopyTo(plain.AsSpan(1));
        return plain;
    }

    /// <summary>The UTF-8 text again. Throws <see cref="InvalidDataException"/> for bytes this class did not make.</summary>
    public static byte[] Unpack(byte[] packed) => Read(packed, static text => text.ToArray());

    /// <summary>The text again.</summary>
    public static string UnpackText(byte[] packed) => Read(packed, static text => Encoding.UTF8.GetString(text.Span));

    /// <summary>What <paramref name="read"/> makes of the UTF-8 text, which it must not keep: the memory is reused.</summary>
    internal static T Read<T>(byte[] packed, Func<ReadOnlyMemory<byte>, T> read)
    {
        ArgumentNullException.ThrowIfNull(packed);
        if (packed.Length == 0)
            throw new InvalidDataException("An empty value is no packed text.");
        if (packed[0] == Plain)
            return read(packed.AsMemory(1));
        if (packed[0] != Brotli)
            throw new InvalidDataException($"Packed text of the unknown form {packed[0]}.");
        var text = ArrayPool<byte>.Shared.Rent(packed.Length * UsualRatio);
        try
        {
            var length = Decompress(packed.AsSpan(1), ref text);
            return read(text.AsMemory(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(text);
        }
    }

    private static int Decompress(ReadOnlySpan<byte> source, ref byte[] text)
    {
        using var decoder = new BrotliDecoder();
        for (var length = 0; ;)
        {
            var status = decoder.Decompress(source, text.AsSpan(length), out var consumed, out var written);
            source = source[consumed..];
            length += written;
            switch (status)
            {
                case OperationStatus.Done:
                    return length;
                case OperationStatus.DestinationTooSmall:
                    var larger = ArrayPool<byte>.Shared.Rent(text.Length * 2);
                    text.AsSpan(0, length).CopyTo(larger);
                    ArrayPool<byte>.Shared.Return(text);
                    text = larger;
                    break;
                default:
                    throw new InvalidDataException("The bytes are no packed text.");
            }
        }
    }
}
