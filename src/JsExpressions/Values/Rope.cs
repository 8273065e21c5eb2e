namespace JsExpressions.Values;

/// <summary>
/// A text that is the concatenation of two others, joined only when its characters are needed: building a text piece
/// by piece in a loop stays linear.
/// </summary>
internal sealed class Rope
{
    /// <summary>Shorter results are concatenated at once.</summary>
    public const int MinLength = 64;

    private object _left;
    private object? _right;

    public Rope(object left, object right, int length)
    {
        _left = left;
        _right = right;
        Length = length;
    }

    public int Length { get; }

    public override string ToString()
    {
        if (_right is null) return (string)_left;
        var text = string.Create(Length, this, static (span, rope) => Fill(span, rope));
        _left = text;
        _right = null;
        return text;
    }

    // Right to left with an explicit stack: ropes grow to the left and may be very deep.
    private static void Fill(Span<char> span, Rope root)
    {
        var pending = new Stack<object>();
        pending.Push(root);
        var end = span.Length;
        while (pending.TryPop(out var piece))
        {
            while (piece is Rope { _right: not null } rope)
            {
                pending.Push(rope._left);
                piece = rope._right;
            }
            var text = piece as string ?? (string)((Rope)piece)._left;
            end -= text.Length;
            text.CopyTo(span[end..]);
        }
    }
}
