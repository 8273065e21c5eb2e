namespace WorkflowHost.Features.Workflows.Descriptors;

/// <summary>A type a variable, input or output may have; the type name is Elsa's alias.</summary>
public sealed record VariableTypeDescriptor(string TypeName, string DisplayName, string Category, string Description);
