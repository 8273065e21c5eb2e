using JsExpressions.Parsing;

namespace JsExpressions;

/// <summary>
/// One host operation (a submission, a burst): what its evaluations share. Used by one thread at a time.
/// </summary>
public sealed class JsRun
{
    /// <summary>Clock and zone are the only ones scripts see: <c>new Date()</c>, local times, <c>moment()</c>.</summary>
    public JsRun(JsLibrary library, ExpressionBudget budget, TimeProvider time, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(budget);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(zone);
        Library = library;
        Budget = budget;
        Time = time;
        Zone = zone;
    }

    /// <summary>The global names.</summary>
    public JsLibrary Library { get; }

    /// <summary>What the operation may still spend.</summary>
    public ExpressionBudget Budget { get; }

    /// <summary>The clock of <c>Date.now()</c>.</summary>
    public TimeProvider Time { get; }

    /// <summary>The zone of local times.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>Where <c>Math.random()</c> comes from. A host that replays gives one with a seed.</summary>
    public Random Random { get; init; } = Random.Shared;

    /// <summary>Offset in the source of what is being evaluated, for errors.</summary>
    internal int At { get; set; }

    internal SourceText? Source { get; set; }

    /// <summary>The counter of <c>_.uniqueId</c>.</summary>
    internal long LastUniqueId { get; set; }

    /// <summary>Arrays being joined, to end the recursion of one that contains itself.</summary>
    internal HashSet<JsObject> Joining { get; } = [];

    /// <summary>What <c>Symbol.for</c> has made.</summary>
    internal Dictionary<string, Values.JsSymbol> RegisteredSymbols { get; } = new(StringComparer.Ordinal);

    private readonly Queue<Action<JsRun>> _jobs = [];

    /// <summary>
    /// Runs what promises wait with and gives what <paramref name="value"/> comes to: itself unless it is a promise.
    /// Throws <see cref="JsException"/> for a rejected one; <c>undefined</c> for one that nothing will ever settle.
    /// </summary>
    public JsValue Settle(JsValue value)
    {
        while (_jobs.TryDequeue(out var job))
        {
            Budget.Step();
            job(this);
        }
        if (value.ObjectOrNull is not JsPromise promise) return value;
        return promise.IsRejected ? throw new JsException(promise.Result) : promise.Result;
    }

    internal void Queue(Action<JsRun> job)
    {
        Budget.Object();
        _jobs.Enqueue(job);
    }

    internal void Locate(JsException exception)
    {
        if (Source is not null) (exception.Line, exception.Column) = Source.Locate(At);
    }

    /// <summary>A run for conversions the host asks for outside of any.</summary>
    internal static JsRun Detached() =>
        new(JsLibrary.Standard, new ExpressionBudget(ExpressionLimits.Default, TimeProvider.System), TimeProvider.System, TimeZoneInfo.Utc);
}
