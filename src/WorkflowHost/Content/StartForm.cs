namespace WorkflowHost.Content;

/// <summary>A form that starts a published workflow.</summary>
/// <param name="Role">Role that may fill it; null for every role that may start forms.</param>
/// <param name="ActivityId">The trigger in the workflow.</param>
public sealed record StartForm(string Form, string Title, string? Role, string DefinitionId, string ActivityId);
