using System.Text.Json;
using WorkflowHost.Activities;
using WorkflowHost.Engine;

namespace WorkflowHost.Tests.Activities;

public sealed class OwnActivityTests
{
    private static readonly string[] Editors = ["singleline", "dropdown", "code-editor", "dynamic-outcomes"];

    public static TheoryData<string> Names => [.. OwnActivities.All.Select(activity => activity.Descriptor.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_designer_gets_texts_and_an_editor_for_everything(string name)
    {
        var descriptor = Of(name);

        descriptor.TypeName.ShouldBe("WorkflowHost." + name);
        descriptor.DisplayName.ShouldNotBeNullOrWhiteSpace();
        descriptor.Description.ShouldNotBeNullOrWhiteSpace();
        descriptor.Inputs.ShouldAllBe(input => !string.IsNullOrWhiteSpace(input.DisplayName) && !string.IsNullOrWhiteSpace(input.Description));
        descriptor.Inputs.ShouldAllBe(input => Editors.Contains(input.UiHint) && input.IsWrapped);
        descriptor.Outputs.ShouldAllBe(output => !string.IsNullOrWhiteSpace(output.DisplayName));
    }

    // Inputs, outputs and an activity's own members are properties of one JSON object.
    [Theory]
    [MemberData(nameof(Names))]
    public void No_two_members_share_a_property(string name)
    {
        var descriptor = Of(name);

        var properties = descriptor.Inputs.Select(input => input.Name).Concat(descriptor.Outputs.Select(output => output.Name))
            .Select(ActivityJson.Camelize)
            .Concat(["id", "nodeId", "name", "type", "version", "customProperties", "metadata"])
            .ToList();

        properties.ShouldBeUnique();
    }

    [Fact]
    public void The_types_are_those_that_definitions_may_name() =>
        OwnActivities.All.Select(activity => activity.Descriptor.Name).Order(StringComparer.Ordinal).ShouldBe(
        [
            "CreateCase", "EmitEvent", "FindCase", "FindLinkedCases", "FormReceived", "FormTask", "GetCase", "LinkCases",
            "OccupyPlace", "RecordFact", "Refer", "ReleasePlace", "ReservePlace", "SetSiteState", "UpdateCase",
        ]);

    [Theory]
    [InlineData("2.00:00:00", 48)]
    [InlineData("PT4H", 4)]
    [InlineData("P2D", 48)]
    public void A_due_time_is_a_time_span_or_an_ISO_duration(string text, double hours) =>
        FormTask.Duration(text).TotalHours.ShouldBe(hours);

    [Fact]
    public void Descriptors_survive_serialisation() =>
        OwnActivities.All.Select(activity => JsonSerializer.Serialize(activity.Descriptor, EngineJson.Options))
            .ShouldAllBe(json => json.Contains("\"typeName\":\"WorkflowHost."));

    private static ActivityDescriptor Of(string name) => OwnActivities.All.Single(a => a.Descriptor.Name == name).Descriptor;
}
