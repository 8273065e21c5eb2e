using WorkflowHost.Features.Workflows.Wire;

namespace WorkflowHost.Features.Workflows.Definitions;

/// <summary>What the JavaScript editor completes (elsa-studio-contract 2.7).</summary>
public static class ScriptingEndpoints
{
    public static void MapScripting(this IEndpointRouteBuilder api) =>
        api.MapPost("/scripting/javascript/type-definitions/{definitionId}", TypesAsync);

    private static async Task<IResult> TypesAsync(string definitionId, DefinitionVersions versions, CancellationToken ct) =>
        await versions.FindAsync(definitionId, "Latest", ct) is { } row
            ? Results.Text(ScriptTypes.Of(StudioJson.ParseObject(row.Json)), "application/x-typescript")
            : Results.Text(ScriptTypes.Of([]), "application/x-typescript");
}
