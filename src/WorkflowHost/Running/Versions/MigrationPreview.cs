namespace WorkflowHost.Running.Versions;

/// <summary>A migration worked out in memory for every running instance; nothing is stored.</summary>
/// <param name="Forecasts">One per running instance on another version, by instance id; at most <see cref="InstanceMigrations.MaxPreviewed"/>.</param>
/// <param name="Total">Running instances on other versions.</param>
/// <param name="DeadNames">Ids named in the plan that lead nowhere, old id to new id.</param>
public sealed record MigrationPreview(
    MigrationPlan Plan,
    int ToVersion,
    IReadOnlyList<InstanceForecast> Forecasts,
    int Total,
    IReadOnlyList<KeyValuePair<string, string>> DeadNames)
{
    /// <summary>How many the plan would move.</summary>
    public int Going => Forecasts.Count(forecast => forecast.Goes(Plan));

    public int Count(MigrationVerdict verdict) => Forecasts.Count(forecast => forecast.Verdict == verdict);
}
