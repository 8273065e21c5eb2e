using System.Text.Json.Nodes;
using WorkflowHost.Content;

namespace WorkflowHost.Features.Planning.Things;

/// <summary>The list of things of one kind.</summary>
public sealed record ThingListPage(ThingKind Kind, PlanDraft Draft, IReadOnlyList<ThingRow> Rows)
{
    public string? Refusal { get; init; }
}

/// <param name="Problems">How many mistakes it has.</param>
/// <param name="IsNew">Whether it is not in the published plan.</param>
public sealed record ThingRow(string Key, string Title, JsonObject Thing, int Problems, bool IsNew);
