using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using static WorkflowHost.Tests.Studio.StudioCalls;

namespace WorkflowHost.Tests.Studio;

/// <summary>Documents recorded from Elsa's own server and from Studio itself, taken in and given back without a difference.</summary>
[Collection(StudioCollection.Name)]
public sealed class FixtureTests(StudioHost host)
{
    // What the row says: ids of versions and times are ours.
    private static readonly string[] OfTheRow = ["id", "createdAt", "version", "isPublished", "name", "definitionId"];

    private readonly HttpClient _studio = host.Designer();

    [Fact]
    public async Task A_file_of_Elsas_server_comes_out_of_an_export_as_it_was()
    {
        var file = Own(Fixture("export.json").AsObject());
        var imported = await _studio.CallAsync("/workflow-definitions/import", file.DeepClone());

        using var download = await _studio.GetAsync($"{Api}/workflow-definitions/{imported.Text("definitionId")}/export?versionOptions=Latest");

        var exported = JsonNode.Parse(await download.Content.ReadAsStringAsync())!;
        exported.Text("$schema").ShouldBe(file.Text("$schema"));
        Differences(file, exported).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_definition_is_answered_in_the_shape_of_Elsas_server()
    {
        var expected = Own(Fixture("definition.json").AsObject());
        var imported = await _studio.CallAsync("/workflow-definitions/import", expected.DeepClone());

        var read = await _studio.ReadAsync($"/workflow-definitions/by-id/{imported.Text("id")}");

        read["links"].ShouldNotBeNull();
        read.Remove("links");
        Differences(expected, read).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_Studio_saves_is_stored_without_a_difference_and_exported_in_Elsas_shape()
    {
        foreach (var save in Fixture("studio-saves.json").AsArray())
        {
            var model = Own(save!["model"]!.AsObject());
            var saved = (await _studio.SaveAsync(model))["workflowDefinition"]!;

            Differences(model["root"]!, saved["root"]!).ShouldBeEmpty();
            using var download = await _studio.GetAsync($"{Api}/workflow-definitions/{saved.Text("definitionId")}/export");
            var exported = JsonNode.Parse(await download.Content.ReadAsStringAsync())!.AsObject();
            exported.Select(member => member.Key).Order().ShouldBe(Fixture("export.json").AsObject().Select(member => member.Key).Order());
            foreach (var list in new[] { "variables", "inputs", "outputs", "options" })
                exported[list]!.ToJsonString().ShouldNotContain("null", Case.Sensitive, list);
        }
    }

    [Fact]
    public async Task Freshly_dropped_activities_without_inputs_are_kept()
    {
        var root = Fixture("studio-root-after-drop.json").AsObject();
        var created = await _studio.CreateAsync();
        created["root"] = root.DeepClone();

        var saved = (await _studio.SaveAsync(created))["workflowDefinition"]!;

        Differences(root, saved["root"]!).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_exported_here_is_imported_as_another_draft_without_a_difference()
    {
        var stored = await _studio.CreateWithAsync(SetName, """{"id":"u","type":"Acme.Scan","version":3,"name":"Scan1","secret":[1]}""");
        using var download = await _studio.GetAsync($"{Api}/workflow-definitions/{stored.Text("definitionId")}/export");
        var file = JsonNode.Parse(await download.Content.ReadAsStringAsync())!.AsObject();

        var imported = await _studio.CallAsync("/workflow-definitions/import", Own(file));

        using var again = await _studio.GetAsync($"{Api}/workflow-definitions/{imported.Text("definitionId")}/export");
        Differences(file, JsonNode.Parse(await again.Content.ReadAsStringAsync())!).ShouldBeEmpty();
    }

    // Under an id and a name of its own, and as a draft: the tests share a database.
    private static JsonObject Own(JsonObject definition)
    {
        var own = (JsonObject)definition.DeepClone();
        (own["definitionId"], own["name"], own["isPublished"]) = (Guid.NewGuid().ToString("N"), FreeName(), false);
        return own;
    }

    private static IEnumerable<string> Differences(JsonNode? expected, JsonNode? actual, string path = "")
    {
        if (expected is JsonObject left && actual is JsonObject right)
        {
            return left.Select(member => member.Key).Union(right.Select(member => member.Key))
                .Where(name => path.Length > 0 || !OfTheRow.Contains(name) || left["nodeId"] is not null)
                .SelectMany(name => Differences(left[name], right[name], $"{path}/{name}"));
        }

        if (expected is JsonArray first && actual is JsonArray second && first.Count == second.Count)
            return first.Zip(second).SelectMany((pair, index) => Differences(pair.First, pair.Second, $"{path}/{index}"));
        return JsonNode.DeepEquals(expected, actual) ? [] : [$"{path}: {expected?.ToJsonString()} became {actual?.ToJsonString()}"];
    }

    private static JsonNode Fixture(string name, [CallerFilePath] string here = "") =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "Fixtures", name)))!;
}
