namespace WorkflowHost.Features.Workflows.Descriptors;

/// <summary>A syntax an input may be written in. Browsable ones are offered in the menu.</summary>
public sealed record ExpressionDescriptor(
    string Type, string DisplayName, bool IsSerializable, bool IsBrowsable, IReadOnlyDictionary<string, string> Properties);
