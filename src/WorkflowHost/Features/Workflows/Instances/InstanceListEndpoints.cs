using System.Text.Json.Nodes;
using AutoMapper;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Data;
using WorkflowHost.Features.Workflows.Wire;

namespace WorkflowHost.Features.Workflows.Instances;

/// <summary>The list of instances, asked for every ten seconds while it is open (elsa-studio-contract 2.5).</summary>
public static class InstanceListEndpoints
{
    // More than a page of Studio; an unbounded list of a whole wave would be of no use to anybody.
    private const int MostRows = 1000;

    public static void MapInstanceLists(this IEndpointRouteBuilder api)
    {
        api.MapPost("/workflow-instances", async (HttpRequest request, WorkDb db, InstanceReading reading, IMapper mapper, CancellationToken ct) =>
            await ListAsync(await StudioJson.ReadObjectAsync(request, ct), db, reading, mapper, ct));
        api.MapGet("/workflow-instances", (HttpRequest request, WorkDb db, InstanceReading reading, IMapper mapper, CancellationToken ct) =>
            ListAsync(FromQuery(new StudioQuery(request.Query)), db, reading, mapper, ct));
    }

    private static async Task<IResult> ListAsync(
        JsonObject filter, WorkDb db, InstanceReading reading, IMapper mapper, CancellationToken ct)
    {
        var rows = db.Instances.AsNoTracking().Filter(filter, byName: await reading.MayReadAllAsync(ct));
        var total = await rows.LongCountAsync(ct);
        var isDescending = filter.Text("orderDirection") != "Ascending";
        var size = Math.Clamp(filter.Number("pageSize") ?? MostRows, 1, MostRows);
        var page = await rows.Order(filter.Text("orderBy"), isDescending)
            .Skip(Math.Max(0, filter.Number("page") ?? 0) * size).Take(size).ToListAsync(ct);
        var readable = await reading.ReadableAsync(page, ct);
        var items = mapper.Map<List<WorkflowInstanceSummary>>(page)
            .Select(item => readable.Contains(item.Id) ? item : item with { Name = null }).ToList();
        return StudioJson.Ok(new ItemPage<WorkflowInstanceSummary>(items, total));
    }

    private static JsonObject FromQuery(StudioQuery query)
    {
        var filter = new JsonObject();
        foreach (var name in new[] { "searchTerm", "definitionId", "correlationId", "status", "subStatus", "orderBy", "orderDirection" })
            filter[name] = query.Text(name);
        foreach (var name in new[] { "definitionIds", "statuses", "subStatuses" })
            filter[name] = new JsonArray([.. query.Many(name).Select(v => JsonValue.Create(v))]);
        filter["page"] = query.Number("page");
        filter["pageSize"] = query.Number("pageSize");
        filter["version"] = query.Number("version");
        filter["hasIncidents"] = query.Flag("hasIncidents");
        return filter;
    }
}
