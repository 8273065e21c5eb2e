using WorkflowHost.Content;

namespace WorkflowHost.Features.Start;

/// <param name="Category">The forms' category; empty for those without one, which come last.</param>
public sealed record StartGroup(string Category, IReadOnlyList<StartForm> Forms);
