using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Data;
using WorkflowHost.Engine;
using WorkflowHost.Features.Workflows.Wire;

namespace WorkflowHost.Features.Workflows.Instances;

/// <summary>One instance as the viewer shows it (elsa-studio-contract 2.5 and 5.1).</summary>
public static class InstanceEndpoints
{
    public static void MapInstances(this IEndpointRouteBuilder api)
    {
        var instances = api.MapGroup("/workflow-instances/{id}");
        instances.MapGet("/", InstanceAsync);
        instances.MapGet("/execution-state", ExecutionStateAsync);
        instances.MapGet("/variables", VariablesAsync);
    }

    private static async Task<IResult> InstanceAsync(
        string id, WorkDb db, StoredStates states, InstanceReading reading, CancellationToken ct)
    {
        if (await db.Instances.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, ct) is not { } row)
            return Results.NotFound();
        var document = InstanceDocument.Of(row, await states.FindAsync(id, ct));
        return StudioJson.Ok(await reading.MayReadAsync(id, ct) ? document : HiddenValues.CoverInstance(document));
    }

    // Asked for three times every five seconds by each open viewer: one narrow row, no state.
    private static async Task<IResult> ExecutionStateAsync(string id, WorkDb db, CancellationToken ct)
    {
        var row = await db.Instances.AsNoTracking().Where(i => i.Id == id)
            .Select(i => new { i.Status, i.SubStatus, i.UpdatedAt }).FirstOrDefaultAsync(ct);
        return row is null
            ? Results.NotFound()
            : StudioJson.Ok(new { row.Status, row.SubStatus, WorkflowSubStatus = row.SubStatus, row.UpdatedAt });
    }

    private static async Task<IResult> VariablesAsync(
        string id, WorkDb db, StoredStates states, InstanceReading reading, CancellationToken ct)
    {
        var versionId = await db.Instances.Where(i => i.Id == id).Select(i => i.DefinitionVersionId).FirstOrDefaultAsync(ct);
        if (versionId is null)
            return Results.NotFound();
        var json = await db.Definitions.Where(d => d.Id == versionId).Select(d => d.Json).FirstOrDefaultAsync(ct);
        var declared = json is null ? [] : WorkflowDefinition.Parse(json).Variables;
        var values = (await states.FindAsync(id, ct))?.Variables ?? new Dictionary<string, JsonNode?>();
        var isOpen = await reading.MayReadAsync(id, ct);
        var items = declared.Select(v => new InstanceVariable(v.Id, v.Name, isOpen ? values.GetValueOrDefault(v.Id) : HiddenValues.Cover))
            .ToList();
        return StudioJson.Ok(new ItemList<InstanceVariable>(items));
    }
}
