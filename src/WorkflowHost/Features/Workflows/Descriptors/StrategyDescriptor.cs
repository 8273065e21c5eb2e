namespace WorkflowHost.Features.Workflows.Descriptors;

/// <summary>A choice in the settings of a workflow. The type name is an opaque key that definitions store.</summary>
public sealed record StrategyDescriptor(string TypeName, string DisplayName, string Description);
