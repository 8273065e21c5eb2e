namespace WorkflowHost.Running.Versions;

/// <summary>What a migration would do with one instance.</summary>
/// <param name="Steps">Where it stands and would stand, by display name; the second is null when there is no such step.</param>
/// <param name="Skipped">New steps that lie behind it and will not be done.</param>
public sealed record InstanceForecast(
    string InstanceId,
    int FromVersion,
    MigrationVerdict Verdict,
    IReadOnlyList<StepForecast> Steps,
    IReadOnlyList<MigrationReason> Reasons,
    IReadOnlyList<string> Skipped)
{
    /// <summary>Whether the plan moves it.</summary>
    public bool Goes(MigrationPlan plan) => Verdict is MigrationVerdict.Stays or MigrationVerdict.Moves
        || (plan.AcceptsLostAnswers && Reasons.All(reason => reason.Code == MigrationReason.AnswerLost));
}

/// <param name="FromId">Activity id in the version it runs on.</param>
/// <param name="From">Its display name.</param>
/// <param name="Kind">Type of the activity; only one of the same kind can stand for it.</param>
/// <param name="To">Display name in the new version; null when there is none.</param>
public sealed record StepForecast(string FromId, string From, string Kind, string? To);
