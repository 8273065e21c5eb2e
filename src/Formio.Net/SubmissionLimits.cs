namespace Formio;

/// <summary>Bounds of one submission. Beyond one of them the result is a single error, never a crash.</summary>
public sealed record SubmissionLimits
{
    /// <summary>The limits used when the host says nothing.</summary>
    public static SubmissionLimits Default { get; } = new();

    /// <summary>Nesting of the submitted JSON; 100 by default (a deep real form needs about 20).</summary>
    public int MaxDepth { get; init; } = 100;

    /// <summary>Values in the submitted JSON, containers included; 2,000,000 by default.</summary>
    public int MaxValues { get; init; } = 2_000_000;

    /// <summary>Errors reported; validation goes on but further ones are dropped. 1,000 by default.</summary>
    public int MaxErrors { get; init; } = 1_000;
}
