using System.Text.Json.Nodes;
using WorkflowHost.Engine.Scenarios;

namespace WorkflowHost.Engine.Tests.Vectors;

/// <summary>The lines of dev.jsonl: cases the real Elsa 3.8 engine was run with.</summary>
internal static class Vector
{
    private static readonly Lazy<IReadOnlyList<ScenarioLine>> Lines = new(Read);

    public static IReadOnlyList<ScenarioLine> All => Lines.Value;

    public static ScenarioLine Find(string id) => All.Single(line => line.Id == id);

    private static List<ScenarioLine> Read() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Vectors", "dev.jsonl"))
            .Where(line => line.Length > 0)
            .Select(line => new ScenarioLine(JsonNode.Parse(line)!.AsObject()))
            .ToList();
}
