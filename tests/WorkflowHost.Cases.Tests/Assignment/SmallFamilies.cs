using System.Text.Json.Nodes;

namespace WorkflowHost.Cases.Tests.Assignment;

/// <summary>Every family of up to three people who differ in age and health only.</summary>
internal static class SmallFamilies
{
    public static IReadOnlyList<IReadOnlyList<JsonObject>> All { get; } = Make();

    private static List<IReadOnlyList<JsonObject>> Make()
    {
        var people = (from age in new int?[] { 5, 18, 60, null }
                      from ill in new[] { true, false }
                      select age is null ? new JsonObject { ["ill"] = ill } : new JsonObject { ["age"] = age, ["ill"] = ill }).ToList();
        var families = people.Select(p => (IReadOnlyList<JsonObject>)[p]).ToList();
        families.AddRange(from a in people from b in people select (IReadOnlyList<JsonObject>)[a, b]);
        families.AddRange(from a in people from b in people from c in people select (IReadOnlyList<JsonObject>)[a, b, c]);
        return families;
    }
}
