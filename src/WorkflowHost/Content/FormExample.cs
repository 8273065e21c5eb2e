using System.Text.Json.Nodes;

namespace WorkflowHost.Content;

/// <summary>Made-up answers kept with a form and what the form said of them; every later version has to say the same.</summary>
/// <param name="Name">What it shows, in words.</param>
/// <param name="Data">The answers.</param>
/// <param name="Errors">What is refused, as <c>path:rule</c>, sorted; empty when the answers are accepted.</param>
public sealed record FormExample(string Name, JsonObject Data, IReadOnlyList<string> Errors);
