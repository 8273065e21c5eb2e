using System.Text.Json.Nodes;

namespace WorkflowHost.Features.Workflows.Instances;

/// <summary>A variable of the definition with the value it has in an instance; no value is null.</summary>
public sealed record InstanceVariable(string Id, string Name, JsonNode? Value);
