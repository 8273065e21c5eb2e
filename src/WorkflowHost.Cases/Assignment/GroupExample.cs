using System.Text.Json.Nodes;

namespace WorkflowHost.Cases.Assignment;

/// <summary>A made-up family: only the fields that the rules look at.</summary>
public sealed record GroupExample(IReadOnlyList<JsonObject> People, JsonObject Household);
