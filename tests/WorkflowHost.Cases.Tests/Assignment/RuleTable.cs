using System.Text.Json.Nodes;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Cases.Tests.Assignment;

/// <summary>The sample plan with other rows, written shortly.</summary>
public static class RuleTable
{
    public static Plan Of(params string[] rows) => Plan.Parse(Json(rows));

    public static string Json(params string[] rows) => SamplePlan.With(plan =>
    {
        plan["assignmentCases"] = new JsonObject { ["people"] = "person" };
        plan["siteFeatures"] = new JsonArray(
            new JsonObject { ["key"] = "ramp", ["title"] = "Rampa" },
            new JsonObject { ["key"] = "km", ["title"] = "Distancia", ["type"] = "number" });
        plan["sites"]![0]!["features"] = new JsonObject { ["ramp"] = true, ["km"] = 9 };
        plan["sites"]![1]!["features"] = new JsonObject { ["km"] = 2.5 };
        plan["caseTypes"]![0]!["fields"]!.AsArray().Add(
            new JsonObject { ["key"] = "ill", ["label"] = "Enferma", ["type"] = "boolean" });
        plan["caseTypes"]![0]!["fields"]!.AsArray().Add(
            new JsonObject { ["key"] = "needs", ["label"] = "Necesita", ["type"] = "list" });
        plan["assignmentRules"] = new JsonArray([.. rows.Select((row, i) => (JsonNode?)Row(row, i))]);
    });

    private static JsonObject Row(string json, int index)
    {
        var row = (JsonObject)JsonNode.Parse(json)!;
        row["key"] ??= $"r{index}";
        row["title"] ??= $"Fila {index}";
        row["reason"] ??= $"Motivo {index}";
        row["sites"] ??= "*";
        if (row["kind"] is null)
            row["segment"] ??= "adults";
        return row;
    }
}
