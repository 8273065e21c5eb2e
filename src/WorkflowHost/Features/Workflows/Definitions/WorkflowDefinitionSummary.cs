using WorkflowHost.Features.Workflows.Wire;

namespace WorkflowHost.Features.Workflows.Definitions;

/// <summary>A row of Studio's list of workflows (elsa-studio-contract 2.3). <see cref="Id"/> is the id of the version.</summary>
public sealed record WorkflowDefinitionSummary
{
    public required string Id { get; init; }

    public required string DefinitionId { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public required int Version { get; init; }

    public required bool IsLatest { get; init; }

    public required bool IsPublished { get; init; }

    public bool IsReadonly { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    // Not read by Studio 3.8.2; other clients of Elsa's API do.
    public string ToolVersion { get; init; } = "3.8.0.0";

    public string MaterializerName { get; init; } = "Json";

    public bool IsMaterializerAvailable { get; init; } = true;

    public IReadOnlyList<Link> Links { get; init; } = [];
}
