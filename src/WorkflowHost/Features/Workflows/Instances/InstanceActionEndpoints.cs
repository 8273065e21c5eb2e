using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Data;
using WorkflowHost.Features.Workflows.Definitions;
using WorkflowHost.Features.Workflows.Wire;

namespace WorkflowHost.Features.Workflows.Instances;

/// <summary>Running, cancelling, deleting and exporting instances (elsa-studio-contract 2.4, 2.5 and 2.12).</summary>
public static class InstanceActionEndpoints
{
    public static void MapInstanceActions(this IEndpointRouteBuilder api)
    {
        api.MapPost("/workflow-definitions/{definitionId}/execute", StartAsync);
        api.MapPost("/workflow-definitions/{definitionId}/dispatch", StartAsync);
        api.MapPost("/cancel/workflow-instances/{id}", CancelOneAsync);
        api.MapDelete("/workflow-instances/{id}", async (string id, InstanceActions actions, CancellationToken ct) =>
            await actions.DeleteAsync([id], ct) > 0 ? Results.NoContent() : Results.NotFound());
        api.MapGet("/workflow-instances/{id}/export", ExportAsync);

        var bulk = api.MapGroup("/bulk-actions");
        bulk.MapPost("/cancel/workflow-instances", CancelManyAsync);
        bulk.MapPost("/delete/workflow-instances/by-id", async (HttpRequest request, InstanceActions actions, CancellationToken ct) =>
            StudioJson.Ok(new { Deleted = await actions.DeleteAsync((await StudioJson.ReadObjectAsync(request, ct)).Texts("ids"), ct) }));
        bulk.MapPost("/export/workflow-instances", ExportManyAsync);
        // An instance is the trace of work done here, in one transaction with its cases; none is ever brought in from a file.
        bulk.MapPost("/import/workflow-instances", () => StudioJson.Ok(new { Count = 0, Imported = 0 }));
        api.MapPost("/alterations/submit", AlterAsync);
    }

    // The headers are the answer; Studio goes to the viewer when they name an instance.
    private static async Task<IResult> StartAsync(
        string definitionId, HttpContext context, DefinitionVersions versions, InstanceActions actions, CancellationToken ct)
    {
        var body = context.Request.ContentLength == 0 ? [] : await StudioJson.ReadObjectAsync(context.Request, ct);
        if (await versions.FindAsync(definitionId, body.Text("versionOptions") ?? "Latest", ct) is not { } version)
            return Results.NotFound();
        var instanceId = await actions.StartAsync(version, body, ct);
        context.Response.Headers["x-elsa-workflow-cannot-start"] = instanceId is null ? "True" : "False";
        if (instanceId is not null)
            context.Response.Headers["x-elsa-workflow-instance-id"] = instanceId;
        return StudioJson.Ok(new { WorkflowInstanceId = instanceId, WorkflowState = new { Id = instanceId } });
    }

    private static async Task<IResult> CancelOneAsync(string id, WorkDb db, InstanceActions actions, CancellationToken ct)
    {
        if (!await db.Instances.AnyAsync(i => i.Id == id, ct))
            return Results.NotFound();
        await actions.CancelAsync(db.Instances.AsNoTracking().Where(i => i.Id == id), ct);
        return Results.NoContent();
    }

    private static async Task<IResult> CancelManyAsync(
        HttpRequest request, WorkDb db, DefinitionVersions versions, InstanceActions actions, CancellationToken ct)
    {
        var body = await StudioJson.ReadObjectAsync(request, ct);
        var rows = db.Instances.AsNoTracking();
        if (body["ids"] is JsonArray)
        {
            var ids = body.Texts("ids");
            rows = rows.Where(i => ids.Contains(i.Id));
        }
        else if (body.Text("definitionVersionId") is { } versionId)
        {
            rows = rows.Where(i => i.DefinitionVersionId == versionId);
        }
        else if (body.Text("definitionId") is { } definitionId)
        {
            var chosen = await versions.All.Where(d => d.DefinitionId == definitionId)
                .Where(VersionSelection.Parse(body.Text("versionOptions"))).Select(d => d.Id).ToListAsync(ct);
            rows = rows.Where(i => chosen.Contains(i.DefinitionVersionId));
        }
        else
        {
            return StudioProblem.BadRequest("No se dijo qué ejecuciones cancelar.");
        }

        return StudioJson.Ok(new { Cancelled = await actions.CancelAsync(rows, ct) });
    }

    // "Apply to all matches" of the bulk cancel dialog; the feature itself is not advertised.
    private static async Task<IResult> AlterAsync(
        HttpRequest request, WorkDb db, InstanceActions actions, InstanceReading reading, CancellationToken ct)
    {
        var body = await StudioJson.ReadObjectAsync(request, ct);
        var alterations = (body["alterations"] as JsonArray ?? []).OfType<JsonObject>().Select(a => a.Text("type")).ToList();
        if (alterations is not ["Cancel"])
            return StudioProblem.BadRequest("Solo se puede cancelar.");
        var filter = body["filter"] as JsonObject ?? [];
        var rows = db.Instances.AsNoTracking().Filter(filter, byName: await reading.MayReadAllAsync(ct));
        var isUnfiltered = !filter.Any(p => p.Key != "emptyFilterSelectsAll" && p.Value is not null and not JsonArray { Count: 0 });
        if (!isUnfiltered || filter.Flag("emptyFilterSelectsAll") == true)
            await actions.CancelAsync(rows, ct);
        return StudioJson.Ok(new { PlanId = Guid.CreateVersion7().ToString("N") });
    }

    private static async Task<IResult> ExportAsync(
        string id, WorkDb db, StoredStates states, InstanceReading reading, CancellationToken ct) =>
        await db.Instances.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, ct) is { } row
            ? Results.File(await BytesAsync(row, states, await reading.MayReadAsync(id, ct), ct), "application/json", FileName(row))
            : Results.NotFound();

    private static async Task<IResult> ExportManyAsync(
        HttpRequest request, WorkDb db, StoredStates states, InstanceReading reading, CancellationToken ct)
    {
        var ids = (await StudioJson.ReadObjectAsync(request, ct)).Texts("ids");
        var rows = await db.Instances.AsNoTracking().Where(i => ids.Contains(i.Id)).ToListAsync(ct);
        var readable = await reading.ReadableAsync(rows, ct);
        var archive = new MemoryStream();
        await using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var row in rows)
            {
                await using var entry = await zip.CreateEntry(FileName(row)).OpenAsync(ct);
                await entry.WriteAsync(await BytesAsync(row, states, readable.Contains(row.Id), ct), ct);
            }
        }

        archive.Position = 0;
        return Results.File(archive, "application/zip", "workflow-instances.zip");
    }

    private static async Task<byte[]> BytesAsync(StoredInstance row, StoredStates states, bool isOpen, CancellationToken ct)
    {
        var document = InstanceDocument.Of(row, await states.FindAsync(row.Id, ct));
        return JsonSerializer.SerializeToUtf8Bytes(isOpen ? document : HiddenValues.CoverInstance(document), StudioJson.Options);
    }

    private static string FileName(StoredInstance row) => $"workflow-instance-{row.Id}.json";
}
