namespace WorkflowHost.Features.Workflows.Wire;

/// <summary>Studio never follows a link; it only asks whether a <paramref name="Rel"/> is there to allow an action.</summary>
public sealed record Link(string Href, string Rel, string Method);
