using System.ComponentModel.DataAnnotations;

namespace WorkflowHost.Trials;

/// <summary>Section <c>Trials</c>: how much may be tried at once.</summary>
public sealed class TrialOptions
{
    public const string Section = "Trials";

    /// <summary>Trials one person may have open.</summary>
    [Range(1, 20)] public int PerPerson { get; init; } = 3;

    /// <summary>Trials open at once; each holds some 30 MB.</summary>
    [Range(1, 200)] public int Most { get; init; } = 12;

    /// <summary>A trial nobody touched for so long is thrown away.</summary>
    [Range(1, 24 * 60)] public int IdleMinutes { get; init; } = 45;
}
