using System.Text.Json.Nodes;

namespace Formio;

/// <summary>What the processors did to a submission, in the order they did it.</summary>
public sealed record SubmissionTrace
{
    /// <summary>Path and outcome of every condition: true = hidden.</summary>
    public required IReadOnlyList<KeyValuePair<string, bool>> Conditionals { get; init; }

    /// <summary>Every calculation that gave a value; null when no calculation was tried.</summary>
    public required IReadOnlyList<TracedValue>? Calculated { get; init; }

    /// <summary>Every default that was applied.</summary>
    public required IReadOnlyList<TracedValue> DefaultValues { get; init; }

    /// <summary>Form path, property and new value for every change that logic made to a component.</summary>
    public required IReadOnlyList<ComponentChange> ComponentChanges { get; init; }
}

/// <summary>A value that a formula or a default put at a place of the data.</summary>
/// <param name="Path">Data path.</param>
/// <param name="Value">The value; null for JSON null, for what JSON cannot say (NaN), and for undefined.</param>
/// <param name="IsUndefined">True when the formula gave JavaScript's undefined, which empties the place.</param>
public sealed record TracedValue(string Path, JsonNode? Value, bool IsUndefined);

/// <summary>A property that logic changed on a component, at one place of the data.</summary>
/// <param name="Path">Data path (layout: form path) where it was changed.</param>
/// <param name="FormPath">Path of the component in the form, without row numbers.</param>
/// <param name="Property">The property of the component: <c>hidden</c>, <c>validate</c>.</param>
/// <param name="Value">The whole new value of the property.</param>
public sealed record ComponentChange(string Path, string FormPath, string Property, JsonNode? Value);
