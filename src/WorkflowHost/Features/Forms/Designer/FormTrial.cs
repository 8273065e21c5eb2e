using System.Text.Json.Nodes;

namespace WorkflowHost.Features.Forms.Designer;

/// <summary>Made-up answers to a form, to be judged and forgotten, or kept as an example.</summary>
/// <param name="KeepAs">Name of the example; null to keep none.</param>
public sealed record FormTrial(JsonObject Data, string? Language, string? KeepAs);
