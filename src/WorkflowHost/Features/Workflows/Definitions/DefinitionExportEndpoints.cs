using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Data;
using WorkflowHost.Features.Workflows.Wire;

namespace WorkflowHost.Features.Workflows.Definitions;

/// <summary>Definitions as files that this host and a stock Elsa server import (elsa-studio-contract 4.7).</summary>
public static class DefinitionExportEndpoints
{
    public static void MapDefinitionExports(this IEndpointRouteBuilder api)
    {
        api.MapGet("/workflow-definitions/{definitionId}/export", ExportAsync);
        api.MapPost("/bulk-actions/export/workflow-definitions", ExportManyAsync);
    }

    private static async Task<IResult> ExportAsync(
        string definitionId, HttpRequest request, DefinitionVersions versions, CancellationToken ct)
    {
        var options = new StudioQuery(request.Query).Text("versionOptions") ?? "Latest";
        return await versions.FindAsync(definitionId, options, ct) is { } row
            ? Results.File(Bytes(row), "application/json", FileName(row))
            : Results.NotFound();
    }

    private static async Task<IResult> ExportManyAsync(HttpRequest request, DefinitionVersions versions, CancellationToken ct)
    {
        var ids = (await StudioJson.ReadObjectAsync(request, ct)).Texts("ids");
        var rows = await versions.All.Where(d => ids.Contains(d.Id)).OrderBy(d => d.Name).ToListAsync(ct);
        var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var row in rows)
            {
                await using var entry = await zip.CreateEntry(FileName(row)).OpenAsync(ct);
                await entry.WriteAsync(Bytes(row), ct);
            }
        }

        archive.Position = 0;
        return Results.File(archive, "application/zip", "workflow-definitions.zip");
    }

    private static byte[] Bytes(StoredDefinition row) =>
        Encoding.UTF8.GetBytes(DefinitionDocument.ForExport(row).ToJsonString(StudioJson.Options));

    private static string FileName(StoredDefinition row)
    {
        var name = new string([.. (row.Name ?? "").Select(c => char.IsLetterOrDigit(c) ? c : '-')]);
        return $"workflow-definition-{name}-{row.DefinitionId}-{row.Id}.json".ToLowerInvariant();
    }
}
