namespace WorkflowHost.Features.Workflows.Fragments;

/// <param name="Steps">What stands on the boxes of the picture: the picture in words.</param>
public sealed record FragmentRow(string Key, string Title, string Help, IReadOnlyList<string> Steps);
