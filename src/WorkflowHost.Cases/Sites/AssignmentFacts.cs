using System.Text.Json.Nodes;
using JsExpressions;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Cases.Sites;

/// <summary>What the expressions of assignment rules see; made once per decision.</summary>
internal sealed class AssignmentFacts
{
    private readonly PlanScripts _scripts;
    private readonly JsScope _scope = new();

    public AssignmentFacts(Plan plan, PlaceRequest request, DateTimeOffset now)
    {
        _scripts = new PlanScripts(plan, now);
        _scope.SetLazy("people", () => JsJson.FromNode(People(request)));
        _scope.SetLazy("person", () => JsJson.FromNode(request.Group[0].Data()));
        _scope.SetLazy("household", () => JsJson.FromNode(request.About?.Data() ?? []));
        _scope.SetLazy("sites", () => JsJson.FromNode(Sites(request)));
        _scope.Set("size", request.Group.Count);
    }

    /// <summary>The names a rule may use.</summary>
    public static IReadOnlySet<string> Names { get; } =
        new HashSet<string>(StringComparer.Ordinal) { "people", "person", "household", "sites", "size" };

    public bool Holds(AssignmentRule rule) => rule.When is null || _scripts.IsTrue(rule.When, _scope);

    private static JsonArray People(PlaceRequest request) =>
        new(request.Group.Select(c => (JsonNode?)c.Data()).ToArray());

    private static JsonArray Sites(PlaceRequest request) =>
        new(request.Sites.Select(site => (JsonNode?)new JsonObject
        {
            ["key"] = site.Key,
            ["state"] = site.State.ToString().ToLowerInvariant(),
            ["free"] = new JsonObject(request.Pools
                .Where(p => p.SiteKey == site.Key)
                .Select(p => KeyValuePair.Create(p.Segment, (JsonNode?)p.Free))),
        }).ToArray());
}
