using System.Runtime.CompilerServices;

namespace JsExpressions;

/// <summary>
/// Counts what all evaluations of one host operation (a submission, a burst) spend together. Used by one thread at a
/// time. Once exceeded it stays exceeded.
/// </summary>
public sealed class ExpressionBudget
{
    private const int StepsBetweenClockReads = 128;
    private const int CharsPerElement = 8;
    private const int CharsPerObject = 32;

    private readonly TimeProvider _time;
    private readonly long _deadline;
    private readonly CancellationToken _cancellation;
    private long _stepsLeft;
    private long _charsLeft;
    private int _sinceClockRead;
    private int _depth;
    private TimeSpan _regexTime;

    /// <summary>Starts counting; the deadline runs from now by <paramref name="time"/>.</summary>
    public ExpressionBudget(ExpressionLimits limits, TimeProvider time) : this(limits, time, CancellationToken.None) { }

    /// <summary>As the other; a cancelled token ends the evaluation with <see cref="OperationCanceledException"/>, which scripts cannot catch.</summary>
    public ExpressionBudget(ExpressionLimits limits, TimeProvider time, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(time);
        Limits = limits;
        _time = time;
        _cancellation = cancellation;
        _stepsLeft = limits.MaxSteps;
        _charsLeft = limits.MaxAllocatedChars;
        _deadline = time.GetTimestamp() + (long)(limits.MaxTime.TotalSeconds * time.TimestampFrequency);
    }

    /// <summary>The limits this budget began with.</summary>
    public ExpressionLimits Limits { get; }

    /// <summary>Steps not yet spent.</summary>
    public long StepsLeft => _stepsLeft;

    /// <summary>Text units not yet spent.</summary>
    public long AllocatedCharsLeft => _charsLeft;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Step()
    {
        if (--_stepsLeft < 0 || ++_sinceClockRead >= StepsBetweenClockReads) CheckSteps();
    }

    /// <summary>Charges work of a built-in in one go, before it is done.</summary>
    internal void Steps(long count)
    {
        _stepsLeft -= count;
        _sinceClockRead += (int)Math.Min(count, StepsBetweenClockReads);
        if (_stepsLeft < 0 || _sinceClockRead >= StepsBetweenClockReads) CheckSteps();
    }

    internal void Chars(long count)
    {
        if ((_charsLeft -= count) < 0) throw Exceeded(nameof(ExpressionLimits.MaxAllocatedChars), "allocates too much memory");
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Object()
    {
        if ((_charsLeft -= CharsPerObject) < 0) Chars(0);
    }

    internal void Elements(long count) => Chars(count * CharsPerElement);

    /// <summary>Checks and charges a text of <paramref name="length"/> units, before it is made.</summary>
    internal void Text(long length)
    {
        if (length > Limits.MaxStringLength) throw Exceeded(nameof(ExpressionLimits.MaxStringLength), "makes a text that is too long");
        Chars(length);
    }

    /// <summary>Checks and charges an array of <paramref name="length"/> elements, before it is made.</summary>
    internal void Array(double length)
    {
        CheckArrayLength(length);
        Elements((long)length);
    }

    internal void CheckArrayLength(double length)
    {
        if (length > Limits.MaxArrayLength) throw Exceeded(nameof(ExpressionLimits.MaxArrayLength), "makes an array that is too long");
    }

    /// <summary>Enters one level of calls. Also refuses when the thread's own stack runs low, whatever its size.</summary>
    internal void Enter()
    {
        Step();
        if (++_depth > Limits.MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            _depth--;
            throw Exceeded(nameof(ExpressionLimits.MaxDepth), "calls itself too deeply");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Leave() => _depth--;

    /// <summary>Calls in progress; whoever catches a script error puts back the depth it had.</summary>
    internal int Depth
    {
        get => _depth;
        set => _depth = value;
    }

    internal static void EnsureStack()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw Exceeded(nameof(ExpressionLimits.MaxDepth), "nests too deeply");
    }

    /// <summary>Adds up what matches took, by the machine's clock: many short ones are as bad as a long one.</summary>
    internal void RegexTime(TimeSpan elapsed)
    {
        if ((_regexTime += elapsed) > Limits.MaxTime) throw Exceeded(nameof(ExpressionLimits.MaxTime), "takes too long");
    }

    internal static JsBudgetExceededException Exceeded(string limit, string what) =>
        new(limit, $"The expression {what} ({limit}).");

    private void CheckSteps()
    {
        _sinceClockRead = 0;
        if (_stepsLeft < 0) throw Exceeded(nameof(ExpressionLimits.MaxSteps), "takes too many steps");
        _cancellation.ThrowIfCancellationRequested();
        if (_time.GetTimestamp() > _deadline) throw Exceeded(nameof(ExpressionLimits.MaxTime), "takes too long");
    }
}
