namespace WorkflowHost.Running.Versions;

/// <summary>What a designer wants: running instances of a definition on that version.</summary>
/// <param name="ToVersionId">A version that was published once.</param>
/// <param name="Renamed">Old activity id to new activity id, where ids changed.</param>
/// <param name="AcceptsLostAnswers">Move also where a variable with a value is not in the new version. A task is never given up.</param>
public sealed record MigrationPlan(
    string DefinitionId, string ToVersionId, IReadOnlyDictionary<string, string> Renamed, bool AcceptsLostAnswers);
