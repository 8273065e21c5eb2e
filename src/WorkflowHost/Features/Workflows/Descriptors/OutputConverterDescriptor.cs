namespace WorkflowHost.Features.Workflows.Descriptors;

/// <summary>What can be done to an output on its way into a variable (elsa-studio-contract 2.2). None of ours has settings.</summary>
/// <param name="Id">As a definition names it.</param>
public sealed record OutputConverterDescriptor(string Id, string SourceTypeName, string ResultTypeName, string DisplayName, string Description)
{
    public object? SettingsSchema => null;
}
