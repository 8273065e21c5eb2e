using System.Text.Json.Nodes;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Cases.Tests.Assignment;

/// <summary>The plan that the repository ships, from the nearest <c>workflows/plan.json</c> above the tests.</summary>
public static class ShippedPlan
{
    private static readonly Lazy<string> Text = new(Find);

    public static string Json => Text.Value;

    public static Plan Parse() => Plan.Parse(Json);

    /// <summary>The plan with something changed.</summary>
    public static Plan With(Action<JsonObject> change)
    {
        var json = (JsonObject)JsonNode.Parse(Json)!;
        change(json);
        return Plan.Parse(json.ToJsonString());
    }

    /// <summary>The plan with all sites open.</summary>
    public static Plan Open() => With(plan =>
    {
        foreach (var site in plan["sites"]!.AsArray())
            site!["state"] = "open";
    });

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "workflows", "plan.json");
            if (File.Exists(path))
                return File.ReadAllText(path);
        }

        throw new FileNotFoundException("No workflows/plan.json lies above the tests.");
    }
}
