using System.Text.Json.Nodes;

namespace WorkflowHost.Running;

/// <summary>The accepted form behind the burst that is running; activities reach it as a port.</summary>
/// <param name="Outcome">The form's decision where the task offers it, else <c>Done</c>.</param>
public sealed record SubmissionInHand(Guid Id, JsonObject Data, string Outcome, string? Site, string By);
