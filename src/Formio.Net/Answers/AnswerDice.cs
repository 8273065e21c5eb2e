namespace Formio.Answers;

/// <summary>Numbers that depend only on the seed and on what they are for, not on how many were drawn elsewhere. SplitMix64.</summary>
internal sealed class AnswerDice
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private ulong _state;

    public AnswerDice(long seed, string place, int attempt)
    {
        // FNV-1a over the place.
        var hash = 0xCBF29CE484222325;
        foreach (var letter in place)
            hash = (hash ^ letter) * 0x100000001B3;
        _state = hash ^ ((ulong)seed * Golden) ^ ((ulong)attempt << 48);
        Next();
    }

    /// <summary>From 0 up to, not including, 1.</summary>
    public double Next()
    {
        _state += Golden;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return ((mixed ^ (mixed >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>From <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public long Between(long low, long high) => high <= low ? low : low + (long)(Next() * (high - low + 1));

    public bool Chance(double share) => Next() < share;

    public T Pick<T>(IReadOnlyList<T> items) => items[(int)Between(0, items.Count - 1)];
}
