using WorkflowHost.Features.Workflows.Wire;

namespace WorkflowHost.Features.Workflows.Definitions;

/// <summary>The list's actions on several rows (elsa-studio-contract 2.4). Every array of an answer is there, even empty.</summary>
public static class DefinitionBulkEndpoints
{
    public static void MapDefinitionBulkActions(this IEndpointRouteBuilder api)
    {
        var bulk = api.MapGroup("/bulk-actions");
        bulk.MapPost("/delete/workflow-definitions/by-definition-id", DeleteAsync);
        bulk.MapPost("/delete/workflow-definitions/by-id", DeleteVersionsAsync);
        bulk.MapPost("/publish/workflow-definitions/by-definition-ids", PublishAsync);
        bulk.MapPost("/retract/workflow-definitions/by-definition-ids", RetractAsync);
    }

    private static async Task<IResult> DeleteAsync(HttpRequest request, DefinitionVersions versions, CancellationToken ct)
    {
        var body = await StudioJson.ReadObjectAsync(request, ct);
        var deleted = 0;
        foreach (var id in body.Texts("definitionIds"))
            deleted += await versions.DeleteAsync(id, ct) ? 1 : 0;
        return StudioJson.Ok(new { Deleted = deleted });
    }

    private static async Task<IResult> DeleteVersionsAsync(HttpRequest request, DefinitionVersions versions, CancellationToken ct)
    {
        var body = await StudioJson.ReadObjectAsync(request, ct);
        var deleted = 0;
        foreach (var id in body.Texts("ids"))
            deleted += await versions.DeleteVersionAsync(id, ct) ? 1 : 0;
        return StudioJson.Ok(new { Deleted = deleted });
    }

    private static async Task<IResult> PublishAsync(HttpRequest request, DefinitionVersions versions, CancellationToken ct)
    {
        List<string> published = [], already = [], notFound = [], refused = [];
        foreach (var id in (await StudioJson.ReadObjectAsync(request, ct)).Texts("definitionIds"))
        {
            var change = await versions.PublishAsync(id, ct);
            (change switch
            {
                { IsMissing: true } => notFound,
                { WasAlreadySo: true } => already,
                { Version: null } => refused,
                _ => published,
            }).Add(id);
        }

        // A 400 would end the list. Those that failed the check stay drafts and are in none of the other lists.
        return StudioJson.Ok(new
        {
            Published = published,
            AlreadyPublished = already,
            NotFound = notFound,
            UpdatedConsumers = Array.Empty<string>(),
            Refused = refused,
        });
    }

    private static async Task<IResult> RetractAsync(HttpRequest request, DefinitionVersions versions, CancellationToken ct)
    {
        List<string> retracted = [], already = [], notFound = [];
        foreach (var id in (await StudioJson.ReadObjectAsync(request, ct)).Texts("definitionIds"))
        {
            var change = await versions.RetractAsync(id, ct);
            (change switch { { IsMissing: true } => notFound, { WasAlreadySo: true } => already, _ => retracted }).Add(id);
        }

        return StudioJson.Ok(new { Retracted = retracted, AlreadyRetracted = already, NotFound = notFound });
    }
}
