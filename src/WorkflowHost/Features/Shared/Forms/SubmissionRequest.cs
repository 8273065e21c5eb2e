using System.Text.Json.Nodes;

namespace WorkflowHost.Features.Shared.Forms;

/// <summary>What the form script posts.</summary>
/// <param name="Data">The <c>data</c> of a form.io submission.</param>
/// <param name="Site">Site chosen beside the form, or null.</param>
/// <param name="Begun">What the page gave when the form was begun, see <see cref="BegunForms"/>; or null.</param>
public sealed record SubmissionRequest(JsonObject? Data, string? Site, string? Begun = null);
