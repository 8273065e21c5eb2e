using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowHost.Engine.Texts;

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
    public void Every_text_of_a_built_in_activity_is_there_in_English_and_in_Spanish()
    {
        foreach (var descriptor in Ours.Values)
        {
            var texts = new[] { descriptor.Category, descriptor.DisplayName, descriptor.Description }
                .Concat(descriptor.Inputs.SelectMany(input => new[] { input.DisplayName, input.Description, input.Category }))
                .Concat(descriptor.Outputs.SelectMany(output => new[] { output.DisplayName, output.Description }))
                .Concat(descriptor.Ports.Select(port => port.DisplayName))
                .OfType<string>();
            foreach (var text in texts)
                DescriptorTexts.Knows(text).ShouldBeTrue($"{descriptor.TypeName}: {text}");
            descriptor.DisplayName.ShouldNotBeNullOrEmpty();
            foreach (var input in descriptor.Inputs)
                input.DisplayName.ShouldNotBeNullOrEmpty($"{descriptor.TypeName}.{input.Name}");
        }
    }

    [Fact]
    public void A_translated_descriptor_keeps_everything_definitions_hold()
    {
        foreach (var descriptor in Ours.Values)
        {
            var spanish = descriptor.In("es");

            (spanish.TypeName, spanish.Name, spanish.Version).ShouldBe((descriptor.TypeName, descriptor.Name, descriptor.Version));
            spanish.Inputs.Select(input => input.Name).ShouldBe(descriptor.Inputs.Select(input => input.Name));
            spanish.Ports.Select(port => port.Name).ShouldBe(descriptor.Ports.Select(port => port.Name));
            descriptor.In("ht").ShouldBeSameAs(descriptor);
        }
        Ours["Elsa.RunTask"].In("es").DisplayName.ShouldBe("Pedir tarea");
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
