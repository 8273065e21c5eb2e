using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkflowHost.Engine.Tests.Activities;

/// <summary>Descriptors against the shapes the real 3.8 server sends (names, wrapping, editors, ports).</summary>
public sealed class DescriptorTests
{
    private static readonly JsonObject Shapes =
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "descriptor-shapes.json")))!.AsObject();

    private static readonly Dictionary<string, ActivityDescriptor> Ours =
        ActivityRegistry.WithBuiltIns().Descriptors.ToDictionary(descriptor => descriptor.TypeName);

    // Files are not part of this host: DownloadHttpFile and WriteFileHttpResponse are refused as unknown types.
    private static readonly string[] NotOffered = ["Elsa.DownloadHttpFile", "Elsa.WriteFileHttpResponse"];

    public static TheoryData<string> Types() => [.. Shapes.Select(shape => shape.Key).Except(NotOffered)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Has_the_shape_the_designer_knows(string typeName)
    {
        var expected = Shapes[typeName]!.AsObject();
        Ours.ShouldContainKey(typeName);
        var actual = Ours[typeName];

        actual.Kind.ToString().ShouldBe((string)expected["kind"]!);
        actual.Category.ShouldBe((string)expected["category"]!);
        actual.IsBrowsable.ShouldBe((bool)expected["isBrowsable"]!);
        actual.IsStart.ShouldBe((bool)expected["isStart"]!);
        actual.IsTerminal.ShouldBe((bool)expected["isTerminal"]!);
        actual.IsContainer.ShouldBe((bool)expected["isContainer"]!);
        actual.Inputs.Select(input => $"{input.Name} {input.IsWrapped}").ShouldBe(
            expected["inputs"]!.AsArray().Select(input => $"{(string?)input!["name"]} {(bool)input["isWrapped"]!}"), ignoreOrder: true);
        actual.Outputs.Select(output => output.Name).ShouldBe(
            expected["outputs"]!.AsArray().Select(output => (string)output!), ignoreOrder: true);
        actual.Ports.Select(port => $"{port.Name} {port.Type}").ShouldBe(
            expected["ports"]!.AsArray().Select(port => $"{(string?)port!["name"]} {(string?)port["type"]}"), ignoreOrder: true);
    }

    [Fact]
    public void Types_the_designer_cannot_live_without_are_there()
    {
        string[] needed = ["Elsa.Flowchart", "Elsa.Sequence", "Elsa.StateMachine", "Elsa.Workflow", "Elsa.NotFoundActivity"];

        foreach (var type in needed)
            Ours.ShouldContainKey(type);
    }

    [Fact]
    public void Nothing_the_designer_chokes_on_is_null()
    {
        foreach (var descriptor in Ours.Values)
        {
            var json = JsonSerializer.SerializeToNode(descriptor, EngineJson.Options)!.AsObject();
            foreach (var member in new[] { "inputs", "outputs", "ports", "customProperties", "constructionProperties" })
                json[member].ShouldNotBeNull($"{descriptor.TypeName}.{member}");
            foreach (var input in json["inputs"]!.AsArray())
            {
                input!["uiHint"].ShouldNotBeNull();
                input["isBrowsable"]!.GetValue<bool>().ShouldBeTrue();
                input["uiSpecifications"]!.AsObject().ToJsonString().ShouldNotContain("editorHeight");
            }
        }
    }
}
