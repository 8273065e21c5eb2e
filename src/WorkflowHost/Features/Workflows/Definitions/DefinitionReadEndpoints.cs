using AutoMapper;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Data;
using WorkflowHost.Features.Workflows.Wire;

namespace WorkflowHost.Features.Workflows.Definitions;

/// <summary>Reading definitions (elsa-studio-contract 2.3).</summary>
public static class DefinitionReadEndpoints
{
    public static void MapDefinitionReads(this IEndpointRouteBuilder api)
    {
        var definitions = api.MapGroup("/workflow-definitions");
        definitions.MapGet("/", ListAsync);
        definitions.MapGet("/by-definition-id/{definitionId}", ByDefinitionIdAsync);
        definitions.MapGet("/by-id/{versionId}", ByIdAsync);
        definitions.MapGet("/many-by-id", ManyAsync);
        definitions.MapGet("/query/count", async (WorkDb db, CancellationToken ct) =>
            StudioJson.Ok(new { Count = await db.Definitions.CountAsync(d => d.IsLatest, ct) }));
        definitions.MapGet("/{definitionId}/versions", VersionsAsync);
        definitions.MapGet("/validation/is-name-unique", IsNameUniqueAsync);
    }

    private static async Task<IResult> ListAsync(HttpRequest request, DefinitionVersions versions, IMapper mapper, CancellationToken ct)
    {
        var query = new StudioQuery(request.Query);
        var rows = versions.All;
        var ids = query.Many("ids");
        // Instances name old versions by id; versionOptions is then empty and must not narrow.
        rows = ids.Count > 0 ? rows.Where(d => ids.Contains(d.Id)) : rows.Where(VersionSelection.Parse(query.Text("versionOptions")));
        if (query.Many("definitionIds") is { Count: > 0 } definitionIds)
            rows = rows.Where(d => definitionIds.Contains(d.DefinitionId));
        if (query.Flag("isSystem") == true)
            rows = rows.Where(_ => false); // This host has no definitions of its own.
        if (query.Text("searchTerm")?.ToLowerInvariant() is { } term)
        {
#pragma warning disable CA1304, CA1311, CA1862 // The database lowers the text, not the culture of this thread.
            rows = rows.Where(d => (d.Name != null && d.Name.ToLower().Contains(term))
                                   || (d.Description != null && d.Description.ToLower().Contains(term))
                                   || d.Id.ToLower().Contains(term)
                                   || d.DefinitionId.ToLower().Contains(term));
#pragma warning restore CA1304, CA1311, CA1862
        }

        var total = await rows.LongCountAsync(ct);
        rows = Order(rows, query.Text("orderBy"), query.Text("orderDirection") == "Descending");
        if (query.Number("pageSize") is { } size)
            rows = rows.Skip((query.Number("page") ?? 0) * size).Take(size);
        var items = mapper.Map<List<WorkflowDefinitionSummary>>(await rows.ToListAsync(ct));
        return StudioJson.Ok(new ItemPage<WorkflowDefinitionSummary>(items, total, DefinitionLinks.OfList));
    }

    private static IQueryable<StoredDefinition> Order(IQueryable<StoredDefinition> rows, string? by, bool isDescending) =>
        (by?.ToLowerInvariant(), isDescending) switch
        {
            ("created", false) => rows.OrderBy(d => d.CreatedAt).ThenBy(d => d.Id),
            ("created", true) => rows.OrderByDescending(d => d.CreatedAt).ThenBy(d => d.Id),
            ("version", false) => rows.OrderBy(d => d.Version).ThenBy(d => d.Id),
            ("version", true) => rows.OrderByDescending(d => d.Version).ThenBy(d => d.Id),
            (_, true) => rows.OrderByDescending(d => d.Name).ThenBy(d => d.Id),
            _ => rows.OrderBy(d => d.Name).ThenBy(d => d.Id),
        };

    private static async Task<IResult> ByDefinitionIdAsync(
        string definitionId, HttpContext http, DefinitionVersions versions, DefinitionDocument document, CancellationToken ct)
    {
        var options = new StudioQuery(http.Request.Query).Text("versionOptions") ?? "Latest";
        return Shown(await versions.FindAsync(definitionId, options, ct), document, http.Response);
    }

    private static async Task<IResult> ByIdAsync(
        string versionId, DefinitionVersions versions, DefinitionDocument document, HttpResponse response, CancellationToken ct) =>
        Shown(await versions.FindVersionAsync(versionId, ct), document, response);

    private static IResult Shown(StoredDefinition? version, DefinitionDocument document, HttpResponse response)
    {
        if (version is null)
            return Results.NotFound();
        DefinitionStamp.Write(response, version);
        return StudioJson.Ok(document.ForStudio(version));
    }

    private static async Task<IResult> ManyAsync(
        HttpRequest request, DefinitionVersions versions, DefinitionDocument document, CancellationToken ct)
    {
        var ids = new StudioQuery(request.Query).Many("ids");
        var rows = await versions.All.Where(d => ids.Contains(d.Id)).ToListAsync(ct);
        return StudioJson.Ok(new ItemList<object>([.. rows.Select(document.ForStudio)]));
    }

    private static async Task<IResult> VersionsAsync(string definitionId, DefinitionVersions versions, IMapper mapper, CancellationToken ct)
    {
        var rows = await versions.All.Where(d => d.DefinitionId == definitionId).OrderByDescending(d => d.Version).ToListAsync(ct);
        return StudioJson.Ok(new ItemList<WorkflowDefinitionSummary>(mapper.Map<List<WorkflowDefinitionSummary>>(rows)));
    }

    private static async Task<IResult> IsNameUniqueAsync(HttpRequest request, DefinitionVersions versions, CancellationToken ct)
    {
        var query = new StudioQuery(request.Query);
        var name = query.Text("name")?.Trim();
        var own = query.Text("definitionId");
        var isTaken = await versions.All.AnyAsync(d => d.IsLatest && d.Name == name && d.DefinitionId != own, ct);
        return StudioJson.Ok(new { IsUnique = !isTaken });
    }
}
