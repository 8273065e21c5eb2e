using System.Text.Json.Nodes;
using Formio;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Engine;

namespace WorkflowHost.Content.Publications;

/// <summary>What changed in a content file, told by whoever knows that kind of file.</summary>
public static class ContentDifference
{
    /// <summary>The differences; none when one of the two is absent or cannot be read as what it is.</summary>
    /// <param name="before">JSON in force; null when there is none.</param>
    /// <param name="after">JSON that comes; null when it goes.</param>
    public static IReadOnlyList<ContentChange> Of(ContentKind kind, string? before, string? after)
    {
        if (before is null || after is null)
            return [];
        try
        {
            return kind switch
            {
                ContentKind.Form => [.. FormDifference.Of(FormDefinition.Parse(before), FormDefinition.Parse(after)).Select(ContentChange.From)],
                ContentKind.Workflow or ContentKind.Fragment => [.. WorkflowDifference.Of(WorkflowDefinition.Parse(before), WorkflowDefinition.Parse(after)).Select(ContentChange.From)],
                ContentKind.Plan when JsonNode.Parse(before) is JsonObject old && JsonNode.Parse(after) is JsonObject plan =>
                    [.. PlanDifference.Between(old, plan).Select(ContentChange.From)],
                ContentKind.Catalog when JsonNode.Parse(before) is JsonArray was && JsonNode.Parse(after) is JsonArray catalog =>
                    [.. PlanDifference.BetweenCatalogs("", was, catalog).Select(ContentChange.From)],
                _ => ListDifference.Of(ContentChange.OfList, JsonNode.Parse(before), JsonNode.Parse(after)),
            };
        }
        catch (Exception e) when (e is FormDefinitionException or WorkflowDefinitionException or System.Text.Json.JsonException or ArgumentException)
        {
            // What cannot be read is named by the check; there is nothing to tell of it.
            return [];
        }
    }
}
