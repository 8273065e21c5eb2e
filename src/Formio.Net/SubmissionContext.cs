using System.Text.Json.Nodes;
using JsExpressions;

namespace Formio;

/// <summary>What one submission is judged against besides the form: language, clock, zone, limits and the host's answers.</summary>
public sealed record SubmissionContext
{
    /// <summary>Language of messages; <c>es</c> by default. A language without a dictionary falls back to English.</summary>
    public string Language { get; init; } = "es";

    /// <summary>The zone in which "start of the day" and zone-less dates are read; UTC by default.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The clock of relative dates and of expressions.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>form.io's submission metadata (<c>timezone</c>, <c>selectData</c> ...); null when the renderer sent none.</summary>
    public JsonObject? Metadata { get; init; }

    /// <summary>
    /// Answers to the checks that need other data (unique, resource and URL selects). Null: nothing conflicts,
    /// everything exists, and no address can be reached.
    /// </summary>
    public ISubmissionLookups? Lookups { get; init; }

    /// <summary>
    /// form.io's <c>config.server</c>; true by default. False judges as a client does: every calculation runs, numbers
    /// get defaults, and the lookups for selects are not asked.
    /// </summary>
    public bool IsServer { get; init; } = true;

    /// <summary>
    /// True to run the rules alone, as form.io does for a check without processing: the data comes back as given.
    /// False by default.
    /// </summary>
    public bool OnlyValidate { get; init; }

    /// <summary>Bounds of what the form's formulas may spend on one submission, all together.</summary>
    public ExpressionLimits Expressions { get; init; } = ExpressionLimits.Default;

    internal Processors.ProcessorSet Processors { get; init; } = Formio.Processors.ProcessorSet.All;

    /// <summary>Bounds of what one submission may cost; finite by default.</summary>
    public SubmissionLimits Limits { get; init; } = SubmissionLimits.Default;
}
