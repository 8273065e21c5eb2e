namespace WorkflowHost.Features.Workflows.Studio;

/// <param name="IsInstalled">Whether the npm package lies where the options say.</param>
/// <param name="Culture">Name of the culture Studio formats dates with.</param>
public sealed record StudioPage(bool IsInstalled, string Culture);
