namespace WorkflowHost.Features.Workflows.Descriptors;

/// <summary>When a workflow is stored. This host always commits after a burst.</summary>
public sealed record CommitStrategyDescriptor(string Name, string DisplayName, string Description);
