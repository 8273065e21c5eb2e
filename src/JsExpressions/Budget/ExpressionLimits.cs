namespace JsExpressions;

/// <summary>
/// What one host operation may spend on expressions, all of it finite. The defaults let any reasonable form or
/// workflow run and stop an endless one within a second or two.
/// </summary>
public sealed record ExpressionLimits
{
    /// <summary>The defaults.</summary>
    public static ExpressionLimits Default { get; } = new();

    /// <summary>Statements, loop turns, calls and elements visited by built-ins, summed over all evaluations.</summary>
    public long MaxSteps { get; init; } = 5_000_000;

    /// <summary>Calls within calls; also the depth of JSON read or written.</summary>
    public int MaxDepth { get; init; } = 256;

    /// <summary>UTF-16 units of one text.</summary>
    public int MaxStringLength { get; init; } = 16 * 1024 * 1024;

    /// <summary>Elements of one array, Map or Set, and of one argument list.</summary>
    public int MaxArrayLength { get; init; } = 1_000_000;

    /// <summary>Text units allocated in total; an array element counts as eight, an object as thirty-two.</summary>
    public long MaxAllocatedChars { get; init; } = 64L * 1024 * 1024;

    /// <summary>Time of one regular-expression match.</summary>
    public TimeSpan MaxRegexTime { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Time from the creation of the budget to the last step.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(5);
}
