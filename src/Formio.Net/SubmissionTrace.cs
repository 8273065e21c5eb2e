using System.Text.Json.Nodes;

namespace Formio;

/// <summary>What the processors did to a submission, in the order they did it.</summary>
public sealed record SubmissionTrace
{
    /// <summary>Path and outcome of every condition: true = hidden.</summary>
    public required IReadOnlyList<KeyValuePair<string, bool>> Conditionals { get; init; }

    /// <summary>Path and value of every calculation.</summary>
    public required IReadOnlyList<KeyValuePair<string, JsonNode?>> Calculated { get; init; }

    /// <summary>Path and value of every default that was applied.</summary>
    public required IReadOnlyList<KeyValuePair<string, JsonNode?>> DefaultValues { get; init; }

    /// <summary>Form path, property and new value for every change that logic made to a component.</summary>
    public required IReadOnlyList<ComponentChange> ComponentChanges { get; init; }
}

/// <summary>A property that logic changed on a component, at one place of the data.</summary>
/// <param name="Path">Data path (layout: form path) where it was changed.</param>
/// <param name="FormPath">Path of the component in the form, without row numbers.</param>
/// <param name="Property">The property of the component: <c>hidden</c>, <c>validate</c>.</param>
/// <param name="Value">The whole new value of the property.</param>
public sealed record ComponentChange(string Path, string FormPath, string Property, JsonNode? Value);
