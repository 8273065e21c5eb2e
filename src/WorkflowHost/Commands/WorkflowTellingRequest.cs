namespace WorkflowHost.Commands;

/// <summary>A definition to run for a person. <see cref="Input"/> and <see cref="Steps"/> are JSON, or the name of a file that holds it.</summary>
internal sealed record WorkflowTellingRequest(
    string File, string? Input, string? Steps, string? CorrelationId, string Profile, string? Children);
