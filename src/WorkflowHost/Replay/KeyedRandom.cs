using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace WorkflowHost.Replay;

/// <summary>
/// Numbers that depend only on what they are for (seed, subject, purpose), never on how many were drawn before: a
/// replay that is interrupted and started again draws the same. SplitMix64.
/// </summary>
public sealed class KeyedRandom
{
    private ulong _state;

    public KeyedRandom(long seed, params ReadOnlySpan<string> keys)
    {
        var text = new StringBuilder().Append(seed);
        foreach (var key in keys)
            text.Append('\u001f').Append(key);
        _state = BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    public ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>From 0 up to, not including, 1.</summary>
    public double Next() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>From <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int Between(int low, int high) => low + (int)(Next() * (high - low + 1));

    /// <summary>Index drawn by weight; weights need not add up to anything.</summary>
    public int Weighted(IReadOnlyList<double> weights)
    {
        var rest = Next() * weights.Sum();
        for (var i = 0; i < weights.Count - 1; i++)
        {
            rest -= weights[i];
            if (rest < 0)
                return i;
        }

        return weights.Count - 1;
    }
}
