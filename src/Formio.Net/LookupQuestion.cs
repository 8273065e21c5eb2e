using System.Text.Json.Nodes;

namespace Formio;

/// <summary>A value whose validity only the host knows.</summary>
/// <param name="FormKey">Key of the form being processed.</param>
/// <param name="Path">Data path of the value, such as <c>members[0].document</c>.</param>
/// <param name="Component">The component as it stands after logic.</param>
/// <param name="Value">The value; never null.</param>
public sealed record LookupQuestion(string FormKey, string Path, FormComponent Component, JsonNode Value);

/// <summary>Whether a value is free, and by which submission it is taken.</summary>
/// <param name="IsFree">True when no other submission has the value.</param>
/// <param name="ConflictId">Id of the submission that has it, when the host can tell.</param>
public readonly record struct UniqueAnswer(bool IsFree, string? ConflictId = null);

/// <summary>A request that form.io would make for a select or a data source.</summary>
/// <param name="Url">The address with its query, as the form says it: check it before calling.</param>
/// <param name="Method">GET or what the data source says.</param>
/// <param name="Headers">Headers from the form.</param>
/// <param name="Body">JSON body of a data source, or null.</param>
public sealed record FetchQuestion(
    string Url, string Method, IReadOnlyDictionary<string, string> Headers, string? Body)
{
    internal static IReadOnlyDictionary<string, string> NoHeaders { get; } = new Dictionary<string, string>();
}

/// <summary>What the address answered.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">The JSON body; null for JSON null or no body.</param>
public sealed record FetchAnswer(int Status, JsonNode? Body);
