using System.Text.Json.Nodes;
using WorkflowHost.Data;
using WorkflowHost.Engine;
using WorkflowHost.Features.Workflows.Wire;

namespace WorkflowHost.Features.Workflows.Instances;

/// <summary>The filters of the instance list, of bulk cancel and of "apply to all matches": they share their names.</summary>
public static class InstanceQuery
{
    /// <param name="byName">Whether names may be asked for: one can be a person's.</param>
    public static IQueryable<StoredInstance> Filter(this IQueryable<StoredInstance> rows, JsonObject filter, bool byName)
    {
        var definitionIds = Both(filter, "definitionId", "definitionIds");
        if (definitionIds.Count > 0)
            rows = rows.Where(i => definitionIds.Contains(i.DefinitionId));
        var versionIds = Both(filter, "definitionVersionId", "definitionVersionIds");
        if (versionIds.Count > 0)
            rows = rows.Where(i => versionIds.Contains(i.DefinitionVersionId));
        var ids = Both(filter, "id", "workflowInstanceIds");
        if (ids.Count > 0)
            rows = rows.Where(i => ids.Contains(i.Id));
        var correlations = Both(filter, "correlationId", "correlationIds");
        if (correlations.Count > 0)
            rows = rows.Where(i => i.CorrelationId != null && correlations.Contains(i.CorrelationId));
        var names = filter.Texts("names");
        if (names.Count > 0)
            rows = rows.Where(i => byName && i.Name != null && names.Contains(i.Name));
        if (filter.Number("version") is { } version)
            rows = rows.Where(i => i.Version == version);
        if (filter.Flag("hasIncidents") is { } hasIncidents)
            rows = rows.Where(i => i.IncidentCount > 0 == hasIncidents);
        var statuses = Parse<WorkflowStatus>(Both(filter, "status", "statuses"));
        if (statuses.Count > 0)
            rows = rows.Where(i => statuses.Contains(i.Status));
        var subStatuses = Parse<WorkflowSubStatus>(Both(filter, "subStatus", "subStatuses"));
        if (subStatuses.Count > 0)
            rows = rows.Where(i => subStatuses.Contains(i.SubStatus));
        return rows.Search(filter.Text("searchTerm"), byName).Between(filter["timestampFilters"] as JsonArray ?? []);
    }

    public static IQueryable<StoredInstance> Order(this IQueryable<StoredInstance> rows, string? by, bool isDescending) =>
        (by, isDescending) switch
        {
            ("Name", false) => rows.OrderBy(i => i.Name).ThenBy(i => i.Id),
            ("Name", true) => rows.OrderByDescending(i => i.Name).ThenBy(i => i.Id),
            ("LastExecuted", false) => rows.OrderBy(i => i.UpdatedAt).ThenBy(i => i.Id),
            ("LastExecuted", true) => rows.OrderByDescending(i => i.UpdatedAt).ThenBy(i => i.Id),
            ("Finished", false) => rows.OrderBy(i => i.FinishedAt).ThenBy(i => i.Id),
            ("Finished", true) => rows.OrderByDescending(i => i.FinishedAt).ThenBy(i => i.Id),
            (_, false) => rows.OrderBy(i => i.CreatedAt).ThenBy(i => i.Id),
            _ => rows.OrderByDescending(i => i.CreatedAt).ThenBy(i => i.Id),
        };

    private static IQueryable<StoredInstance> Search(this IQueryable<StoredInstance> rows, string? term, bool byName)
    {
        if (string.IsNullOrWhiteSpace(term))
            return rows;
        var lowered = term.Trim().ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // The database lowers the text, not the culture of this thread.
        return rows.Where(i => i.Id.ToLower().Contains(lowered)
                               || i.DefinitionId.ToLower().Contains(lowered)
                               || (byName && i.Name != null && i.Name.ToLower().Contains(lowered))
                               || (i.CorrelationId != null && i.CorrelationId.ToLower().Contains(lowered)));
#pragma warning restore CA1304, CA1311, CA1862
    }

    private static IQueryable<StoredInstance> Between(this IQueryable<StoredInstance> rows, JsonArray filters)
    {
        foreach (var filter in filters.OfType<JsonObject>())
        {
            if (!DateTimeOffset.TryParse(filter.Text("timestamp"), System.Globalization.CultureInfo.InvariantCulture,
                    System.Globalization.DateTimeStyles.AssumeUniversal, out var at))
            {
                continue;
            }

            rows = InstanceTimestamps.Compare(rows, filter.Text("column"), filter.Text("operator"), at.ToUniversalTime());
        }

        return rows;
    }

    private static List<string> Both(JsonObject filter, string one, string many)
    {
        var values = filter.Texts(many).ToList();
        if (filter.Text(one) is { Length: > 0 } single)
            values.Add(single);
        return values;
    }

    private static List<T> Parse<T>(IEnumerable<string> names)
        where T : struct, Enum =>
        [.. names.Where(n => Enum.TryParse<T>(n, true, out _)).Select(n => Enum.Parse<T>(n, true))];
}
