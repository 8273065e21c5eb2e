using System.Text.Json.Nodes;

namespace WorkflowHost.Features.Forms.Designer;

/// <summary>What the builder page sends.</summary>
/// <param name="Base">As the page got it.</param>
public sealed record FormSaving(JsonObject? Form, string? Base);
