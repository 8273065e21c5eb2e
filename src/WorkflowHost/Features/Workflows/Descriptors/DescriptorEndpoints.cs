using WorkflowHost.Activities;
using WorkflowHost.Features.Workflows.Wire;

namespace WorkflowHost.Features.Workflows.Descriptors;

/// <summary>What Studio's toolbox, pickers and editors offer (elsa-studio-contract 2.1 and 2.2).</summary>
public static class DescriptorEndpoints
{
    public static void MapDescriptors(this IEndpointRouteBuilder api)
    {
        api.MapGet("/features/installed", () => List(Features));
        api.MapGet("/package/version", () => StudioJson.Ok(new { PackageVersion = "3.8.2" }));

        var descriptors = api.MapGroup("/descriptors");
        descriptors.MapGet("/activities", Activities);
        descriptors.MapGet("/activities/{typeName}", Activity);
        // Only inputs with "Refresh" ask; none of ours does, and an empty answer leaves them as they are.
        descriptors.MapPost("/activities/{typeName}/options/{propertyName}", () => StudioJson.Ok(new { Items = new { } }));
        descriptors.MapGet("/expression-descriptors", () => List(DesignerChoices.Expressions, item => item with { DisplayName = Say(item.DisplayName) }));
        descriptors.MapGet("/workflow-activation-strategies", () => List(DesignerChoices.Activation, item => item with { DisplayName = Say(item.DisplayName), Description = Say(item.Description) }));
        descriptors.MapGet("/incident-strategies", () => List(DesignerChoices.Incident, item => item with { DisplayName = Say(item.DisplayName), Description = Say(item.Description) }));
        descriptors.MapGet("/log-persistence-strategies", () => List(DesignerChoices.LogPersistence, item => item with { DisplayName = Say(item.DisplayName), Description = Say(item.Description) }));
        descriptors.MapGet("/commit-strategies/workflows", () => List(DesignerChoices.CommitOfWorkflows, item => item with { DisplayName = Say(item.DisplayName), Description = Say(item.Description) }));
        descriptors.MapGet("/commit-strategies/activities", () => List(DesignerChoices.CommitOfActivities, item => item with { DisplayName = Say(item.DisplayName), Description = Say(item.Description) }));
        descriptors.MapGet("/storage-drivers", () => List(DesignerChoices.Storage, item => item with { DisplayName = Say(item.DisplayName) }));
        descriptors.MapGet("/variables", () => List(DesignerChoices.Variables, item => item with { DisplayName = Say(item.DisplayName), Description = Say(item.Description) }));
        descriptors.MapGet("/output-converters", () => List(DesignerChoices.OutputConverters, item => item with { DisplayName = Say(item.DisplayName), Description = Say(item.Description) }));
        api.MapGet("/resilience/strategies", () => List<object>([]));
        api.MapGet("/resilience/retries/{activityInstanceId}", () => StudioJson.Ok(new ItemPage<object>([], 0)));
    }

    // Alterations and Secrets lead to pages that the npm package does not have; they are never advertised.
    private static IReadOnlyList<InstalledFeature> Features { get; } =
        [new("RealTimeWorkflowUpdates", "Elsa", "Real-time workflow updates", "Tells viewers when an instance has moved.")];

    private static IResult List<T>(IReadOnlyList<T> items, Func<T, T> inLanguage) => List<T>([.. items.Select(inLanguage)]);

    private static string Say(string spanish) => OwnTexts.Say(spanish, Toolboxes.DesignerLanguage);

    private static IResult List<T>(IReadOnlyList<T> items) => StudioJson.Ok(new ItemList<T>(items));

    private static IResult Activities(HttpContext context, Toolbox toolbox)
    {
        context.Response.Headers.CacheControl = "private, no-cache";
        return Results.Bytes(toolbox.Json, "application/json; charset=utf-8", entityTag: new($"\"{toolbox.Tag}\""));
    }

    private static IResult Activity(string typeName, HttpRequest request, Toolbox toolbox)
    {
        var version = new StudioQuery(request.Query).Number("version") ?? toolbox.LatestVersion(typeName);
        return toolbox.Find(typeName, version) is { } descriptor ? StudioJson.Ok(descriptor) : Results.NotFound();
    }
}
