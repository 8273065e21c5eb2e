using System.Text.Json.Nodes;

namespace Formio;

/// <summary>One failed rule, or one warning, at one place.</summary>
public sealed record SubmissionError
{
    /// <summary>form.io's rule name: <c>required</c>, <c>minLength</c>, <c>custom</c> ...; <c>limit</c> when the input is beyond a limit.</summary>
    public required string RuleName { get; init; }

    /// <summary>The message key (<c>requiredDayField</c>) or, for custom messages, their untranslated text.</summary>
    public required string ErrorKey { get; init; }

    /// <summary>form.io's key as JSON where it is no text (a JSONLogic rule that gave a list or a number); null otherwise.</summary>
    public JsonNode? ErrorKeyNode { get; init; }

    /// <summary>The sentence for the person, in the language of the context.</summary>
    public required string Message { get; init; }

    /// <summary>Data path: <c>members[0].age</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The data path in parts, text and numbers, as the renderer wants it: <c>["members", 0, "age"]</c>.</summary>
    public required IReadOnlyList<object> PathParts { get; init; }

    /// <summary>Key of the component.</summary>
    public required string Key { get; init; }

    /// <summary>Label of the component (else placeholder, else key), untranslated.</summary>
    public required string Label { get; init; }

    /// <summary>form.io's level: <c>error</c>, or <c>warning</c> for what is accepted all the same.</summary>
    public string Level { get; init; } = "error";

    /// <summary>The setting that was violated, as JSON; null when the rule has none.</summary>
    public JsonNode? Setting { get; init; }

    /// <summary>Whether the message names the field; the renderer prefixes the label otherwise.</summary>
    public bool HasLabel { get; init; } = true;

    /// <summary>Row of the nearest grid, or position in a multiple value; null outside both.</summary>
    public int? Index { get; init; }

    /// <summary>The offending value; null when absent.</summary>
    public JsonNode? Value { get; init; }
}
