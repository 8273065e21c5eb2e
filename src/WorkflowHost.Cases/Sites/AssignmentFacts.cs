using System.Text.Json.Nodes;
using JsExpressions;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Cases.Sites;

/// <summary>What the rows of the assignment table see; made once per decision.</summary>
internal sealed class AssignmentFacts
{
    private readonly PlanScripts _scripts;
    private readonly JsScope _scope = new();
    private readonly List<JsonObject> _people;
    private readonly JsonObject _household;

    public AssignmentFacts(Plan plan, PlaceRequest request, DateTimeOffset now)
    {
        _scripts = new PlanScripts(plan, now);
        _people = [.. request.Group.Select(c => c.Data())];
        _household = request.About?.Data() ?? [];
        _scope.SetLazy("people", () => JsJson.FromNode(new JsonArray([.. _people.Select(person => (JsonNode?)person.DeepClone())])));
        _scope.SetLazy("person", () => JsJson.FromNode(_people[0]));
        _scope.SetLazy("household", () => JsJson.FromNode(_household));
        _scope.SetLazy("sites", () => JsJson.FromNode(Sites(request)));
        _scope.Set("size", request.Group.Count);
    }

    /// <summary>The names a rule may use.</summary>
    public static IReadOnlySet<string> Names { get; } =
        new HashSet<string>(StringComparer.Ordinal) { "people", "person", "household", "sites", "size" };

    public bool Holds(AssignmentRule rule) =>
        rule.Conditions.All(condition => condition.Holds(_people, _household))
        && (rule.When is null || _scripts.IsTrue(rule.When, _scope));

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
