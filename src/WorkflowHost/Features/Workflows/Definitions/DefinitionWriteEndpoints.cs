using AutoMapper;
using WorkflowHost.Features.Workflows.Wire;

namespace WorkflowHost.Features.Workflows.Definitions;

/// <summary>Changing definitions one at a time (elsa-studio-contract 2.4).</summary>
public static class DefinitionWriteEndpoints
{
    public static void MapDefinitionWrites(this IEndpointRouteBuilder api)
    {
        var definitions = api.MapGroup("/workflow-definitions");
        definitions.MapPost("/", SaveAsync);
        definitions.MapPost("/import", ImportAsync);
        definitions.MapPut("/import", ImportAsync);
        definitions.MapPost("/{definitionId}/publish", PublishAsync);
        definitions.MapPost("/{definitionId}/retract", RetractAsync);
        definitions.MapPost("/{definitionId}/revert/{version:int}", RevertAsync);
        definitions.MapDelete("/{definitionId}", async (string definitionId, DefinitionVersions versions, CancellationToken ct) =>
            await versions.DeleteAsync(definitionId, ct) ? Results.NoContent() : Results.NotFound());
        api.MapDelete("/workflow-definition-versions/{versionId}", async (string versionId, DefinitionVersions versions, CancellationToken ct) =>
            await versions.DeleteVersionAsync(versionId, ct) ? Results.NoContent() : Results.NotFound());
    }

    private static async Task<IResult> SaveAsync(
        HttpRequest request, DefinitionVersions versions, DefinitionDocument document, CancellationToken ct)
    {
        var body = await StudioJson.ReadObjectAsync(request, ct);
        if (body["model"] is not System.Text.Json.Nodes.JsonObject model)
            return StudioProblem.BadRequest("Falta el proceso que se quiere guardar.");
        var change = await versions.SaveAsync(model, body.Flag("publish") ?? false, isImport: false, ct);
        return Saved(change, document);
    }

    private static async Task<IResult> ImportAsync(
        HttpRequest request, DefinitionVersions versions, DefinitionDocument document, CancellationToken ct)
    {
        var model = await StudioJson.ReadObjectAsync(request, ct);
        var change = await versions.SaveAsync(model, model.Flag("isPublished") ?? false, isImport: true, ct);
        return Answer(change, document);
    }

    private static async Task<IResult> PublishAsync(
        string definitionId, DefinitionVersions versions, DefinitionDocument document, CancellationToken ct) =>
        Saved(await versions.PublishAsync(definitionId, ct), document);

    private static async Task<IResult> RetractAsync(
        string definitionId, DefinitionVersions versions, DefinitionDocument document, CancellationToken ct) =>
        Answer(await versions.RetractAsync(definitionId, ct), document);

    private static async Task<IResult> RevertAsync(
        string definitionId, int version, DefinitionVersions versions, IMapper mapper, CancellationToken ct)
    {
        var change = await versions.RevertAsync(definitionId, version, ct);
        return change.Version is { } draft ? StudioJson.Ok(mapper.Map<WorkflowDefinitionSummary>(draft)) : Results.NotFound();
    }

    private static IResult Saved(DefinitionChange change, DefinitionDocument document) => change.Version is { } version
        ? StudioJson.Ok(new
        {
            WorkflowDefinition = document.ForStudio(version),
            AlreadyPublished = change.WasAlreadySo,
            ConsumingWorkflowCount = 0,
            ValidationErrors = Array.Empty<object>(),
        })
        : Refuse(change);

    private static IResult Answer(DefinitionChange change, DefinitionDocument document) =>
        change.Version is { } version ? StudioJson.Ok(document.ForStudio(version)) : Refuse(change);

    private static IResult Refuse(DefinitionChange change) =>
        change.IsMissing ? Results.NotFound() : StudioProblem.BadRequest(change.Problems);
}
