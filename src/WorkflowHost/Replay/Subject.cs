using System.Text.Json.Nodes;

namespace WorkflowHost.Replay;

/// <summary>A synthetic person, household or batch item.</summary>
/// <param name="Kind"><c>person</c>, <c>household</c> or the name of the batch.</param>
/// <param name="Identity">Unique within the scenario and the same in every run: what randomness and keys hang on.</param>
/// <param name="Data">Attributes and traits, as scripts see them.</param>
/// <param name="Household">Of a person; of a household itself; null of a batch item.</param>
public sealed record Subject(string Kind, string Identity, JsonObject Data, Subject? Household)
{
    /// <summary>People of a household, in order; empty for anything else.</summary>
    public IReadOnlyList<Subject> Members { get; init; } = [];
}
