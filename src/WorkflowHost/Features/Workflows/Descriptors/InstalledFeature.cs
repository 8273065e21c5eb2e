namespace WorkflowHost.Features.Workflows.Descriptors;

/// <summary>An ability of the server that Studio asks for by <paramref name="FullName"/> before it uses it.</summary>
public sealed record InstalledFeature(string Name, string Namespace, string DisplayName, string Description)
{
    public string FullName => $"{Namespace}.{Name}";
}
