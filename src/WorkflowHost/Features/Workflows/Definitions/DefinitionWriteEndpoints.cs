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
        HttpContext http, DefinitionVersions versions, DefinitionDocument document, CancellationToken ct)
    {
        var body = await StudioJson.ReadObjectAsync(http.Request, ct);
        if (body["model"] is not System.Text.Json.Nodes.JsonObject model)
            return StudioProblem.BadRequest("Falta el proceso que se quiere guardar.");
        var origin = SaveOrigin.Of(http.Request);
        var change = await versions.SaveAsync(model, body.Flag("publish") ?? false, isImport: false, origin, ct);
        return Saved(change, document, http.Response);
    }

    private static async Task<IResult> ImportAsync(
        HttpContext http, DefinitionVersions versions, DefinitionDocument document, CancellationToken ct)
    {
        var model = await StudioJson.ReadObjectAsync(http.Request, ct);
        var change = await versions.SaveAsync(model, model.Flag("isPublished") ?? false, isImport: true, SaveOrigin.Unknown, ct);
        return Answer(change, document, http.Response);
    }

    private static async Task<IResult> PublishAsync(
        string definitionId, DefinitionVersions versions, DefinitionDocument document, HttpResponse response, CancellationToken ct) =>
        Saved(await versions.PublishAsync(definitionId, ct), document, response);

    private static async Task<IResult> RetractAsync(
        string definitionId, DefinitionVersions versions, DefinitionDocument document, HttpResponse response, CancellationToken ct) =>
        Answer(await versions.RetractAsync(definitionId, ct), document, response);

    private static async Task<IResult> RevertAsync(
        string definitionId, int version, DefinitionVersions versions, IMapper mapper, CancellationToken ct)
    {
        var change = await versions.RevertAsync(definitionId, version, ct);
        return change.Version is { } draft ? StudioJson.Ok(mapper.Map<WorkflowDefinitionSummary>(draft)) : Results.NotFound();
    }

    private static IResult Saved(DefinitionChange change, DefinitionDocument document, HttpResponse response)
    {
        if (change.Version is not { } version)
            return Refuse(change, response);
        DefinitionStamp.Write(response, version);
        return StudioJson.Ok(new
        {
            WorkflowDefinition = document.ForStudio(version),
            AlreadyPublished = change.WasAlreadySo,
            ConsumingWorkflowCount = change.ConsumersLed,
            ValidationErrors = Array.Empty<object>(),
            // Not Elsa's: for our page around Studio.
            change.OutcomesTaken,
            change.Warnings,
        });
    }

    private static IResult Answer(DefinitionChange change, DefinitionDocument document, HttpResponse response)
    {
        if (change.Version is not { } version)
            return Refuse(change, response);
        DefinitionStamp.Write(response, version);
        return StudioJson.Ok(document.ForStudio(version));
    }

    private static IResult Refuse(DefinitionChange change, HttpResponse response)
    {
        // Studio shows the sentence of a 400 only; our page around it offers the ways out.
        if (change.IsStale)
            response.Headers[SaveOrigin.StaleHeader] = "true";
        return change.IsMissing ? Results.NotFound() : StudioProblem.BadRequest(change.Problems);
    }
}
