using WorkflowHost.Running.Versions;

namespace WorkflowHost.Features.Workflows.Migrations;

/// <summary>A migration as a program asks for it.</summary>
public sealed class MigrationOrder
{
    public string? DefinitionId { get; init; }

    public string? ToVersionId { get; init; }

    /// <summary>Old activity id to new activity id, where ids changed.</summary>
    public Dictionary<string, string>? Renamed { get; init; }

    public bool AcceptsLostAnswers { get; init; }

    /// <summary>Null when definition or version is not named.</summary>
    public MigrationPlan? ToPlan() => string.IsNullOrEmpty(DefinitionId) || string.IsNullOrEmpty(ToVersionId)
        ? null
        : new MigrationPlan(DefinitionId, ToVersionId, Renamed ?? [], AcceptsLostAnswers);
}
