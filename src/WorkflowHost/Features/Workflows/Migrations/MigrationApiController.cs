using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Languages;
using WorkflowHost.Features.Workflows.Definitions;
using WorkflowHost.Running.Versions;

namespace WorkflowHost.Features.Workflows.Migrations;

/// <summary>The same as JSON: preview, begin, watch and take back. Refusals are problem details with a <c>code</c>.</summary>
[Authorize(WorkflowsFeature.Permission)]
public sealed class MigrationApiController(
    MigrationDesk desk, InstanceMigrations migrations, Designer designer, IStringLocalizer<Texts> texts) : Controller
{
    [HttpPost("/api/migrations/preview")]
    public async Task<IActionResult> Preview([FromBody] MigrationOrder order, CancellationToken stop) =>
        order.ToPlan() is not { } plan ? Refuse("migration.malformed", StatusCodes.Status400BadRequest)
        : await migrations.PreviewAsync(plan, stop) is not { } preview ? Refuse("migration.missing", StatusCodes.Status404NotFound)
        : Ok(new
        {
            preview.ToVersion,
            preview.Total,
            preview.Going,
            Counts = Enum.GetValues<MigrationVerdict>().ToDictionary(Word, preview.Count),
            DeadNames = preview.DeadNames.ToDictionary(),
            Instances = preview.Forecasts.Select(forecast => new
            {
                forecast.InstanceId, forecast.FromVersion, Verdict = Word(forecast.Verdict), forecast.Steps, forecast.Reasons, forecast.Skipped,
            }),
        });

    [HttpPost("/api/migrations")]
    public async Task<IActionResult> Begin([FromBody] MigrationOrder order, CancellationToken stop) =>
        order.ToPlan() is not { } plan
            ? Refuse("migration.malformed", StatusCodes.Status400BadRequest)
            : Answer(await migrations.BeginAsync(plan, designer.Name, stop));

    [HttpGet("/api/migrations/{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken stop) => await desk.FindAsync(id, stop) is { } migration
        ? Ok(new
        {
            migration.Id,
            migration.DefinitionId,
            migration.ToVersionId,
            migration.ToVersion,
            State = Word(migration.State),
            migration.Moved,
            migration.LeftBehind,
            migration.TakenBack,
            Remaining = await desk.RemainingAsync(migration, stop),
            migration.CreatedAt,
            migration.FinishedAt,
            migration.UndoUntil,
        })
        : Refuse("migration.missing", StatusCodes.Status404NotFound);

    [HttpPost("/api/migrations/{id:guid}/undo")]
    public async Task<IActionResult> Undo(Guid id, CancellationToken stop) => Answer(await migrations.UndoAsync(id, designer.Name, stop));

    private IActionResult Answer(MigrationAnswer answer) => answer switch
    {
        MigrationAnswer.Begun begun => Accepted($"/api/migrations/{begun.Id}", new { begun.Id }),
        MigrationAnswer.Refused refused => Refuse(refused.Code, StatusCodes.Status409Conflict),
        _ => Refuse("migration.missing", StatusCodes.Status404NotFound),
    };

    private ObjectResult Refuse(string code, int status)
    {
        var problem = new ProblemDetails { Status = status, Title = texts["migrations.refused." + code["migration.".Length..]] };
        problem.Extensions["code"] = code;
        return new ObjectResult(problem) { StatusCode = status, ContentTypes = { "application/problem+json" } };
    }

    private static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
