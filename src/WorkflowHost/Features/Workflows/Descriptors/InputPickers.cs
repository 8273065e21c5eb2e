using System.Text.Json.Nodes;
using WorkflowHost.Activities;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;
using WorkflowHost.Engine;

namespace WorkflowHost.Features.Workflows.Descriptors;

/// <summary>
/// Gives the inputs of our activities that name something of the plan a list to pick from, by title. An input can still
/// be an expression: the designer switches its syntax.
/// </summary>
internal static class InputPickers
{
    public static ActivityDescriptor Of(ActivityDescriptor descriptor, ContentSnapshot content) =>
        descriptor.TypeName.StartsWith(ActivityShape.Prefix, StringComparison.Ordinal)
            ? descriptor with { Inputs = [.. descriptor.Inputs.Select(input => input.UiHint == "singleline" && Choices(descriptor, input, content) is { } choices ? Picking(input, choices) : input)] }
            : descriptor;

    private static IEnumerable<(string Value, string Text)>? Choices(ActivityDescriptor activity, InputDescriptor input, ContentSnapshot content)
    {
        var plan = content.Plan;
        return input.Name switch
        {
            "Form" => content.Forms.Values.Select(form => (form.Key, form.Title)),
            // Of a link, it is the part that a case plays in it, which is free text.
            "Role" => activity.Name == "LinkCases" ? null : plan.Roles.Select(role => (role.Key, Words(role.Title))),
            "Site" => plan.Sites.Select(site => (site.Key, Words(site.Title))),
            "Segment" => plan.Segments.Select(segment => (segment.Key, Words(segment.Title))),
            "CaseType" => plan.CaseTypes.Select(type => (type.Key, Words(type.Title))),
            "Partner" => plan.Partners.Select(partner => (partner.Key, Words(partner.Title))),
            "FactType" => plan.FactTypes.Select(fact => (fact.Key, Words(fact.Title))),
            "EventType" => plan.Events.Select(name => (name, name)),
            "Kind" => plan.LinkKinds.Select(kind => (kind.Key, Words(kind.Title))),
            "State" => plan.CaseTypes.SelectMany(type => type.States).Select(state => (state.Key, Words(state.Title))),
            _ => null,
        };
    }

    private static InputDescriptor Picking(InputDescriptor input, IEnumerable<(string Value, string Text)> choices) => input with
    {
        UiHint = "dropdown",
        UiSpecifications = new JsonObject
        {
            ["dropdown"] = new JsonObject
            {
                ["selectList"] = new JsonObject
                {
                    ["items"] = new JsonArray(
                    [
                        new JsonObject { ["text"] = "—", ["value"] = "" },
                        .. choices.DistinctBy(choice => choice.Value).OrderBy(choice => choice.Text, StringComparer.CurrentCulture)
                            .Select(choice => new JsonObject { ["text"] = choice.Text, ["value"] = choice.Value }),
                    ]),
                    ["isFlagsEnum"] = false,
                    ["sortItems"] = false,
                },
            },
        },
    };

    private static string Words(LocalizedText text) => text.In("es");
}
