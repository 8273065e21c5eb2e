using System.Text.Json.Nodes;

namespace WorkflowHost.Engine.Tests.Vectors;

/// <summary>One line of dev.jsonl: a case the real Elsa 3.8 engine was run with.</summary>
public sealed record Vector(string Id, JsonObject Json)
{
    private static readonly Lazy<IReadOnlyList<Vector>> Lines = new(Read);

    public static IReadOnlyList<Vector> All => Lines.Value;

    public string Area => (string)Json["area"]!;

    public JsonObject Expected => Json["expected"]!.AsObject();

    public bool IsElsaDefect => (bool?)Json["elsaDefect"] is true;

    /// <summary>Flowchart modes in which the expectation holds.</summary>
    public IEnumerable<FlowchartMode> Modes
    {
        get
        {
            var counter = (string?)Json["flowchart"] == "counter";
            yield return counter ? FlowchartMode.Counter : FlowchartMode.Token;
            if (!counter && (bool?)Json["sameInCounterMode"] is true)
                yield return FlowchartMode.Counter;
        }
    }

    public override string ToString() => Id;

    private static List<Vector> Read() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Vectors", "dev.jsonl"))
            .Where(line => line.Length > 0)
            .Select(line => JsonNode.Parse(line)!.AsObject())
            .Select(json => new Vector((string)json["id"]!, json))
            .ToList();
}
