using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Activities;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Engine;

namespace WorkflowHost.Features.Planning.Things;

/// <summary>What the data of a fact holds: what the steps that record it write down, and what facts recorded lately carry.</summary>
public sealed partial class FactFields(WorkDb db, PublishedContent content)
{
    private const int Looked = 50;
    private static readonly string RecordFactType = ActivityShape.Prefix + "RecordFact";

    public async Task<IReadOnlyList<string>> OfAsync(string? factType, CancellationToken stop)
    {
        if (factType is null)
            return [];

        var recent = await db.Facts.AsNoTracking()
            .Where(fact => fact.Type == factType)
            .OrderByDescending(fact => fact.RecordedAt)
            .Take(Looked)
            .Select(fact => fact.DataJson)
            .ToListAsync(stop);
        return
        [
            .. recent.Select(json => JsonNode.Parse(json)).OfType<JsonObject>().SelectMany(data => data.Select(member => member.Key))
                .Concat(Written(factType)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
    }

    // Steps write an object literal: ({ nivel: …, 'edad': … }).
    private IEnumerable<string> Written(string factType) =>
        from workflow in content.Current.Workflows.Values
        from found in DefinitionActivities.All(workflow.Definition.Root)
        let step = found.Activity
        where ActivityJson.Text(step, "type") == RecordFactType && DefinitionActivities.Literal(step, "factType") == factType
        let code = ActivityJson.Member(step, "data") is JsonObject input && ActivityJson.Member(input, "expression") is JsonObject expression
            ? ActivityJson.Member(expression, "value")?.ToString() ?? ""
            : ""
        from Match match in Member().Matches(code)
        select match.Groups[1].Value;

    [GeneratedRegex("""[{,]\s*['"]?([\p{L}_$][\p{L}\p{N}_$]*)['"]?\s*:""")]
    private static partial Regex Member();
}
