using System.Text.Json.Nodes;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Features.Planning.Things;

/// <summary>A text in languages, as a field: Spanish first, the others below it.</summary>
/// <param name="Name">Of the fields, without the language.</param>
/// <param name="Hint">What it is for, or null.</param>
/// <param name="IsLong">Whether it takes several lines.</param>
public sealed record TextsField(string Name, string Label, JsonNode? Value, IReadOnlyList<PlanProblem> Problems, string? Hint = null, bool IsLong = false)
{
    public string Id => Name.Replace('.', '-');

    public string Of(string language) => Value switch
    {
        JsonObject texts => texts[language]?.ToString() ?? "",
        JsonValue plain when language == "es" => plain.ToString(),
        _ => "",
    };
}
