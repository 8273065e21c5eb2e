using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkflowHost.Features.Workflows.Definitions;
using WorkflowHost.Running.Versions;

namespace WorkflowHost.Features.Workflows.Migrations;

/// <summary>Pages about moving running instances to another version of their workflow.</summary>
[Authorize(WorkflowsFeature.Permission)]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class MigrationsController(MigrationDesk desk, InstanceMigrations migrations, Designer designer) : Controller
{
    [HttpGet("/designer/migrations")]
    public async Task<IActionResult> Index(CancellationToken stop) => View("Migrations", await desk.ListAsync(stop));

    [HttpGet("/designer/migrations/preview")]
    public async Task<IActionResult> Preview(MigrationDraft draft, CancellationToken stop) =>
        await desk.PreviewAsync(draft, null, stop) is { } page ? View("Preview", page) : NotFound();

    [HttpPost("/designer/migrations")]
    public async Task<IActionResult> Begin(MigrationDraft draft, CancellationToken stop)
    {
        if (desk.PlanOf(draft) is not { } plan)
            return NotFound();
        switch (await migrations.BeginAsync(plan, designer.Name, stop))
        {
            case MigrationAnswer.Begun begun:
                return LocalRedirect($"/designer/migrations/{begun.Id}");
            case MigrationAnswer.Refused refused:
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return await desk.PreviewAsync(draft, refused.Code, stop) is { } page ? View("Preview", page) : NotFound();
            default:
                return NotFound();
        }
    }

    [HttpGet("/designer/migrations/{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken stop, int page = 1) =>
        await desk.ReadAsync(id, page, null, stop) is { } found ? View("Migration", found) : NotFound();

    [HttpPost("/designer/migrations/{id:guid}/undo")]
    public async Task<IActionResult> Undo(Guid id, CancellationToken stop)
    {
        switch (await migrations.UndoAsync(id, designer.Name, stop))
        {
            case MigrationAnswer.Begun:
                return LocalRedirect($"/designer/migrations/{id}");
            case MigrationAnswer.Refused refused:
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return await desk.ReadAsync(id, 1, refused.Code, stop) is { } page ? View("Migration", page) : NotFound();
            default:
                return NotFound();
        }
    }
}
