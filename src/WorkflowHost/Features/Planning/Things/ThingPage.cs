using System.Text.Json.Nodes;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;

namespace WorkflowHost.Features.Planning.Things;

/// <summary>The page of one thing of the plan.</summary>
/// <param name="Draft">The plan; its base is what a change is based on.</param>
/// <param name="Thing">As entered, which is not yet the draft when something kept it from being saved.</param>
/// <param name="Key">Null while it is new.</param>
/// <param name="Index">Where it stands in its list; -1 while it is new.</param>
public sealed record ThingPage(ThingKind Kind, PlanDraft Draft, JsonObject Thing, string? Key, int Index, IReadOnlyList<PlanUse> Uses)
{
    /// <summary>Key of the text that says why it was not saved, or null.</summary>
    public string? Refusal { get; init; }

    public bool IsSaved { get; init; }

    public RolePreview? Role { get; init; }

    public IReadOnlyList<string> FactFields { get; init; } = [];

    public IReadOnlyList<string> Catalogs { get; init; } = [];

    public string Title => PlanUses.TitleOf(Thing);

    /// <summary>Mistakes of a member and below it, to be shown beside it.</summary>
    public IReadOnlyList<PlanProblem> At(string member) => Index < 0 ? [] : Draft.At($"{Kind.List}[{Index}].{member}");

    public IReadOnlyList<PlanProblem> Problems => Index < 0 ? [] : Draft.At($"{Kind.List}[{Index}]");

    public string Text(string member) => Thing[member] is JsonValue value ? value.ToString() : "";

    public bool Flag(string member) => Thing[member] is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    public IReadOnlyList<string> Words(string member) => WordsOf(Thing[member]);

    /// <summary>One list a line, as <see cref="PlanForm.PutLists"/> reads it.</summary>
    public string Lists(string member) =>
        string.Join('\n', (Thing[member] as JsonArray ?? []).Select(list => string.Join(", ", WordsOf(list))));

    public IReadOnlyList<JsonObject> Rows(string member) => [.. (Thing[member] as JsonArray ?? []).OfType<JsonObject>()];

    public static IReadOnlyList<string> WordsOf(JsonNode? list) =>
        list is JsonArray words ? [.. words.Select(word => word?.ToString() ?? "")] : list is JsonValue one ? [one.ToString()] : [];
}
