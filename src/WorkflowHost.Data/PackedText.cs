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

    /// <summary>Packs UTF-8 text.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length >= WorthPacking)
        {
            var buffer = new byte[BrotliEncoder.GetMaxCompressedLength(utf8.Length) + 1];
            buffer[0] = Brotli;
            // Quality 1: later levels cost more than they save at these sizes.
            if (BrotliEncoder.TryCompress(utf8, buffer.AsSpan(1), out var written, 1, 18))
                return buffer.AsSpan(0, written + 1).ToArray();
        }

        var plain = new byte[utf8.Length + 1];
        plain[0] = Plain;
        utf8.CopyTo(plain.AsSpan(1));
        return plain;
    }

    /// <summary>The UTF-8 text again. Throws <see cref="InvalidDataException"/> for bytes this class did not make.</summary>
    public static byte[] Unpack(byte[] packed)
    {
        ArgumentNullException.ThrowIfNull(packed);
        if (packed.Length == 0)
            throw new InvalidDataException("An empty value is no packed text.");
        if (packed[0] == Plain)
            return packed[1..];
        if (packed[0] != Brotli)
            throw new InvalidDataException($"Packed text of the unknown form {packed[0]}.");
        using var source = new BrotliStream(new MemoryStream(packed, 1, packed.Length - 1), CompressionMode.Decompress);
        using var target = new MemoryStream(packed.Length * 6);
        source.CopyTo(target);
        return target.ToArray();
    }

    /// <summary>The text again.</summary>
    public static string UnpackText(byte[] packed) => Encoding.UTF8.GetString(Unpack(packed));
}
