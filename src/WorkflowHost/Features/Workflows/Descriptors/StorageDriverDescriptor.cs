namespace WorkflowHost.Features.Workflows.Descriptors;

/// <summary>Where a variable lives. The highest priority is preselected.</summary>
public sealed record StorageDriverDescriptor(string TypeName, string DisplayName, double Priority, bool Deprecated);
