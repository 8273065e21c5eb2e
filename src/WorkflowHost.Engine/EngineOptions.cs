using System.Globalization;

namespace WorkflowHost.Engine;

/// <summary>How the engine behaves where Elsa 3.8 itself has a choice (elsa-semantics 0.3), and where we decided (Appendix B).</summary>
public sealed record EngineOptions
{
    /// <summary>What the official image runs: token flowcharts, strict conversion, incidents do not stop an instance. The default.</summary>
    public static EngineOptions ProfileS { get; } = new();

    /// <summary>What the bare library runs: counter flowcharts, lenient conversion, the first fault ends the instance.</summary>
    public static EngineOptions ProfileL { get; } = new()
    {
        FlowchartMode = FlowchartMode.Counter,
        StrictConversion = false,
        DefaultIncidentStrategy = IncidentStrategy.Fault,
        EncodesLiquidAsHtml = false,
    };

    /// <summary>Mode of new instances; an instance keeps the mode it began with.</summary>
    public FlowchartMode FlowchartMode { get; init; } = FlowchartMode.Token;

    /// <summary>True: a value that cannot be converted faults the activity; false: it becomes the type's default.</summary>
    public bool StrictConversion { get; init; } = true;

    /// <summary>Used when the definition names none.</summary>
    public IncidentStrategy DefaultIncidentStrategy { get; init; } = IncidentStrategy.ContinueWithIncidents;

    /// <summary>True: values in Liquid texts are encoded for HTML; false: as they are.</summary>
    public bool EncodesLiquidAsHtml { get; init; } = true;

    /// <summary>True: activity records hold evaluated inputs and outputs unless a definition says otherwise (elsa-semantics 3.13).</summary>
    public bool RecordsValues { get; init; } = true;

    /// <summary>HTTP retries definitions may name by id; an unknown id means none, as in Elsa. Empty by default.</summary>
    public IReadOnlyList<HttpRetry> HttpRetries { get; init; } = [];

    /// <summary>How Liquid writes numbers and names of days; null is not allowed. Invariant, as Elsa's image runs.</summary>
    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    /// <summary>Our decisions against defects of Elsa 3.8 (Appendix B). <see cref="ElsaDecisions.Upstream"/> imitates all of them.</summary>
    public ElsaDecisions Decisions { get; init; } = ElsaDecisions.Ours;

    /// <summary>Zone of local times in scripts and of dates without offset. UTC, as Elsa's image runs.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Activities executed in one burst, children run inline included; beyond it the burst faults.</summary>
    public int MaxActivitiesPerBurst { get; init; } = 100_000;

    /// <summary>Depth of workflows run inline or used as activities.</summary>
    public int MaxNesting { get; init; } = 32;
}

/// <summary>One switch per defect of Appendix B that changes what a definition does. True = our repair, false = as Elsa 3.8 does.</summary>
public sealed record ElsaDecisions
{
    /// <summary>All repairs.</summary>
    public static ElsaDecisions Ours { get; } = new();

    /// <summary>None: what the vectors of the real engine show.</summary>
    public static ElsaDecisions Upstream { get; } = new()
    {
        IgnoreNestedCancellation = false,
        ScheduleBeforeRaceCancels = false,
        JoinOncePerRound = false,
        LateTokensDie = false,
        ReturnChildOutputAfterWait = false,
        CancelRemovesBookmarks = false,
    };

    /// <summary>B1: in counter mode, cancelling something inside a nested container does not fault the flowchart around it.</summary>
    public bool IgnoreNestedCancellation { get; init; } = true;

    /// <summary>B2: in token mode a race schedules its winner before it cancels the losers.</summary>
    public bool ScheduleBeforeRaceCancels { get; init; } = true;

    /// <summary>B3: in counter mode a WaitAny join that is queued or has run in this round is not queued again.</summary>
    public bool JoinOncePerRound { get; init; } = true;

    /// <summary>B4, B5: a token that arrives late at a race or cascade does not keep the flowchart open.</summary>
    public bool LateTokensDie { get; init; } = true;

    /// <summary>B7: ExecuteWorkflow gives the child's output also when it had to wait.</summary>
    public bool ReturnChildOutputAfterWait { get; init; } = true;

    /// <summary>B9: cancelling an instance removes its bookmarks and writes a journal line.</summary>
    public bool CancelRemovesBookmarks { get; init; } = true;
}
