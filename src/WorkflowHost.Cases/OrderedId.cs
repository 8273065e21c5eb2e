using System.Buffers.Binary;
using System.Security.Cryptography;

namespace WorkflowHost.Cases;

/// <summary>
/// Ids of version 7 that sort in the order they were made, also within a millisecond: after the time comes a counter of
/// this process (42 bits), then chance. Rows made at one instant of a virtual clock keep their order, and a replay is
/// the same every time.
/// </summary>
public static class OrderedId
{
    private static long _counter = RandomNumberGenerator.GetInt32(1 << 20);

    /// <summary>An id of now.</summary>
    public static Guid Next() => Next(TimeProvider.System.GetUtcNow());

    /// <summary>An id of that instant.</summary>
    public static Guid Next(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        var counter = (ulong)Interlocked.Increment(ref _counter) & 0x3FF_FFFF_FFFF;
        BinaryPrimitives.WriteUInt64BigEndian(bytes, (ulong)at.ToUnixTimeMilliseconds() << 16);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(0x7000 | (counter >> 30)));
        BinaryPrimitives.WriteUInt32BigEndian(bytes[8..], (uint)(0x8000_0000 | (counter & 0x3FFF_FFFF)));
        RandomNumberGenerator.Fill(bytes[12..]);
        return new Guid(bytes, bigEndian: true);
    }
}
