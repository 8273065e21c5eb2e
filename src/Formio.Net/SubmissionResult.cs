using System.Text.Json.Nodes;

namespace Formio;

/// <summary>form.io's verdict on one submission.</summary>
public sealed record SubmissionResult
{
    /// <summary>The data to store: only what the form knows, defaults, calculations and normal forms applied.</summary>
    public required JsonObject Data { get; init; }

    /// <summary>Errors in form order; empty when the submission is valid.</summary>
    public required IReadOnlyList<SubmissionError> Errors { get; init; }

    /// <summary>What looks wrong and is accepted all the same (<c>properties.check</c>), in form order; never makes a submission invalid.</summary>
    public IReadOnlyList<SubmissionError> Warnings { get; init; } = [];

    /// <summary>Data paths of components (layout: form paths) that a condition or logic hid.</summary>
    public required IReadOnlyList<string> HiddenPaths { get; init; }

    /// <summary>Data paths whose submitted value was dropped because the component was hidden.</summary>
    public required IReadOnlyList<string> ClearedPaths { get; init; }

    /// <summary>What the processors did, for comparison with form.io and for tracing; not needed to store a submission.</summary>
    public required SubmissionTrace Trace { get; init; }

    /// <summary>True when there are no errors.</summary>
    public bool IsValid => Errors.Count == 0;
}
