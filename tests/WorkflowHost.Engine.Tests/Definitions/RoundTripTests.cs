using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowHost.Engine.Tests.Catalogue;
using WorkflowHost.Engine.Tests.Vectors;

namespace WorkflowHost.Engine.Tests.Definitions;

/// <summary>Import and export lose nothing: every definition at hand, as it is and with members and types nobody knows.</summary>
public sealed class RoundTripTests
{
    private const int MutationsPerDefinition = 5;

    private static readonly string?[] Odd = ["", "ñ ü \u0000 \"x\"", null, "{\"a\":1}", "2026-01-01T00:00:00Z", "1e999"];

    [Fact]
    public void Every_definition_comes_back_as_it_was()
    {
        var definitions = All().ToList();

        definitions.Count.ShouldBeGreaterThan(500);
        foreach (var (name, json) in definitions)
            Check(json, name);
    }

    [Fact]
    public void Members_and_types_nobody_knows_come_back_as_they_were()
    {
        foreach (var (name, json) in All())
        {
            var random = new Random(name.Sum(letter => letter)); // the same mutations on every run
            for (var round = 0; round < MutationsPerDefinition; round++)
            {
                var mutated = json.DeepClone().AsObject();
                for (var count = random.Next(1, 5); count > 0; count--)
                    Mutate(mutated, random);
                Check(mutated, $"{name} {round}");
            }
        }
    }

    [Fact]
    public void A_changed_definition_still_compiles_or_says_why()
    {
        var registry = ActivityRegistry.WithBuiltIns();
        foreach (var (name, json) in All())
        {
            var random = new Random(name.Length);
            var mutated = json.DeepClone().AsObject();
            Mutate(mutated, random);
            var definition = WorkflowDefinition.Parse(mutated);

            try
            {
                CompiledWorkflow.Compile(definition, registry).Nodes.ShouldNotBeEmpty(name);
            }
            catch (WorkflowDefinitionException error)
            {
                error.Message.ShouldNotBeEmpty();
            }
            WorkflowLint.Check(definition, new WorkflowLintContext { Registry = registry }).ShouldNotBeNull();
        }
    }

    private static void Check(JsonObject json, string name)
    {
        var once = JsonNode.Parse(WorkflowDefinition.Parse(json).ToJson())!.AsObject();
        var twice = JsonNode.Parse(WorkflowDefinition.Parse(once).ToJson())!.AsObject();

        JsonNode.DeepEquals(once, twice).ShouldBeTrue(name);
        JsonNode.DeepEquals(WithoutNodeIds(once), WithoutNodeIds(json)).ShouldBeTrue(name);
    }

    /// <summary>Node ids are recomputed on load, as Elsa does; nothing else may change.</summary>
    private static JsonObject WithoutNodeIds(JsonObject json)
    {
        var copy = JsonNode.Parse(json.ToJsonString())!.AsObject();
        foreach (var part in Objects(copy))
            part.Remove("nodeId");
        return copy;
    }

    private static void Mutate(JsonObject definition, Random random)
    {
        var parts = Objects(definition).ToList();
        var part = parts[random.Next(parts.Count)];
        switch (random.Next(3))
        {
            case 0:
                part[$"x{random.Next(100)}"] = JsonValue.Create(Odd[random.Next(Odd.Length)]);
                break;
            case 1:
                part[$"y{random.Next(100)}"] = new JsonObject { ["deep"] = new JsonArray(1, null, new JsonObject { ["$id"] = "1" }, 0.1) };
                break;
            default:
                var activities = parts.Where(candidate => ActivityJson.IsActivity(candidate) && candidate != definition["root"]).ToList();
                if (activities.Count > 0)
                    activities[random.Next(activities.Count)]["type"] = "Acme.Unknown";
                break;
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node)
    {
        if (node is JsonObject json)
        {
            yield return json;
            foreach (var (_, value) in json.ToList())
                foreach (var inner in Objects(value))
                    yield return inner;
        }
        else if (node is JsonArray items)
        {
            foreach (var inner in items.SelectMany(Objects))
                yield return inner;
        }
    }

    private static IEnumerable<(string Name, JsonObject Json)> All()
    {
        foreach (var vector in Vector.All.Where(vector => vector.Id != "incident/unknown-strategy"))
        {
            yield return (vector.Id, vector.Json["definition"]!.AsObject());
            foreach (var child in vector.Json["children"]?.AsArray() ?? [])
                yield return (vector.Id + " child", child!.AsObject());
        }
        foreach (var path in Repository.Files("workflows", "*.json"))
            if (JsonNode.Parse(File.ReadAllText(path), documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })
                is JsonObject json && json.ContainsKey("root"))
                yield return (Path.GetFileName(path), json);
    }
}
