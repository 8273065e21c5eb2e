using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Indicators;

/// <summary>The numbers that are reported, and the list that explains each.</summary>
[Authorize(Permissions.ReadIndicators)]
public sealed class IndicatorsController(IndicatorBoard board, EvidenceFile file, AuditPen audit, CurrentStaff staff) : Controller
{
    [HttpGet("/indicators")]
    public async Task<IActionResult> Index(CancellationToken stop) => View(await board.ReadAsync(stop));

    [HttpGet("/indicators/{key}")]
    public async Task<IActionResult> Open(string key, CancellationToken stop, int page = 1) =>
        await board.FindAsync(key, page, stop) is { } indicator ? View("Indicator", indicator) : NotFound();

    [HttpGet("/indicators/{key}.csv")]
    public async Task<IActionResult> Download(string key, CancellationToken stop)
    {
        if (await board.AllAsync(key, stop) is not { } rows)
            return NotFound();

        await audit.WriteAsync(staff.UserName, "indicator.downloaded", "indicator", key, stop, new JsonObject { ["rows"] = rows.Count });
        return File(file.Write(rows), "text/csv; charset=utf-8", $"{key}.csv");
    }
}
