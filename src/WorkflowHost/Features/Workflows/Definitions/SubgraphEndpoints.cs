using System.Text.Json.Nodes;
using WorkflowHost.Engine;
using WorkflowHost.Features.Workflows.Wire;

namespace WorkflowHost.Features.Workflows.Definitions;

/// <summary>
/// Parts of a definition that the viewer asks for when the journal names a node it has not loaded
/// (elsa-studio-contract 2.3).
/// </summary>
public static class SubgraphEndpoints
{
    private static readonly string[] NoSegment = ["Elsa.Workflow", "Elsa.Flowchart"];

    public static void MapSubgraphs(this IEndpointRouteBuilder api)
    {
        api.MapGet("/workflow-definitions/subgraph/{versionId}", SubgraphAsync);
        api.MapGet("/workflow-definitions/subgraph/segments/{versionId}", SegmentsAsync);
    }

    private static async Task<IResult> SubgraphAsync(
        string versionId, HttpRequest request, DefinitionVersions versions, DefinitionDocument document, CancellationToken ct)
    {
        if (await RootAsync(versionId, versions, document, ct) is not { } root)
            return Results.NotFound();
        var parentNodeId = new StudioQuery(request.Query).Text("parentNodeId");
        if (parentNodeId is null or ActivityTree.WorkflowId)
            return StudioJson.Ok(Node(root, "Root"));
        return ActivityTree.PathTo(root, parentNodeId) is [.., var (activity, port)]
            ? StudioJson.Ok(Node(activity, port))
            : StudioProblem.BadRequest("Unknown node ID");
    }

    private static async Task<IResult> SegmentsAsync(
        string versionId, HttpRequest request, DefinitionVersions versions, DefinitionDocument document, CancellationToken ct)
    {
        if (await RootAsync(versionId, versions, document, ct) is not { } root)
            return Results.NotFound();
        var path = ActivityTree.PathTo(root, new StudioQuery(request.Query).Text("childNodeId") ?? "");
        if (path.Count == 0)
            return StudioProblem.BadRequest("Unknown node ID");
        var (child, childPort) = path[^1];
        var (container, containerPort) = path.SkipLast(1).LastOrDefault(p => p.Activity["activities"] is JsonArray, path[0]);
        var segments = new JsonArray();
        for (var i = 0; i < path.Count - 1; i++)
        {
            if (NoSegment.Contains(path[i].Activity.Text("type")))
                continue;
            segments.Add(Segment(path[i].Activity, PortName(path[i + 1].Port)));
        }

        return StudioJson.Ok(new JsonObject
        {
            ["childNode"] = Node(child, childPort),
            ["container"] = Node(container, containerPort),
            ["pathSegments"] = segments,
        });
    }

    private static async Task<JsonObject?> RootAsync(
        string versionId, DefinitionVersions versions, DefinitionDocument document, CancellationToken ct) =>
        await versions.FindVersionAsync(versionId, ct) is { } row ? DefinitionDocument.RootOf(document.ForStudio(row)) : null;

    private static JsonObject Segment(JsonObject activity, string port) => new()
    {
        ["activityNodeId"] = activity.Text("nodeId"),
        ["activityId"] = activity.Text("id"),
        ["activityType"] = activity.Text("type"),
        ["portName"] = port,
        ["activityName"] = activity.Text("name"),
    };

    private static JsonObject Node(JsonObject activity, string port) => new()
    {
        ["activity"] = activity.DeepClone(),
        ["port"] = PortName(port),
        ["nodeId"] = activity.Text("nodeId"),
        ["parents"] = new JsonArray(),
        ["children"] = new JsonArray([.. ActivityJson.Children(activity).Select(c => Node(c.Activity, c.Port))]),
    };

    // "then" is Then's property; "activities[0]" is no port but the list.
    private static string PortName(string path)
    {
        var name = path.Split('[')[0];
        return name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];
    }
}
