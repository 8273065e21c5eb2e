using System.Globalization;
using System.Text.Json.Nodes;
using WorkflowHost.Activities;
using WorkflowHost.Cases.Deadlines;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;
using WorkflowHost.Engine;

namespace WorkflowHost.Features.Workflows.Descriptors;

/// <summary>
/// Gives the inputs of our activities that name something of the plan a list to pick from, by title. An input can still
/// be an expression: the designer switches its syntax. What a process names and the plan has no longer is in the list too,
/// marked: a picker that knows it not would show nothing at all.
/// </summary>
internal sealed class InputPickers(ContentSnapshot content, string language)
{
    // As Elsa writes durations; a test holds that each can be read.
    private static readonly TimeSpan[] DuePresets =
    [
        TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(4), TimeSpan.FromHours(8), TimeSpan.FromDays(1), TimeSpan.FromDays(2),
        TimeSpan.FromDays(3), TimeSpan.FromDays(5), TimeSpan.FromDays(7), TimeSpan.FromDays(15), TimeSpan.FromDays(30),
    ];

    private readonly PickerWords _words = PickerWords.In(language);

    public ActivityDescriptor Of(ActivityDescriptor descriptor) =>
        descriptor.TypeName.StartsWith(ActivityShape.Prefix, StringComparison.Ordinal)
            ? descriptor with { Inputs = [.. descriptor.Inputs.Select(input => Of(descriptor, input))] }
            : descriptor;

    private InputDescriptor Of(ActivityDescriptor activity, InputDescriptor input)
    {
        if (input.UiHint != "singleline")
            return input;
        if (activity.TypeName == FormTask.TypeName && input.Name == "Due")
            return Picking(input, Durations(Used(activity, input)));
        if (Named(activity, input) is not { } named)
            return input;
        var choices = named.DistinctBy(choice => choice.Value).OrderBy(choice => choice.Text, StringComparer.CurrentCulture).ToList();
        var gone = Used(activity, input).Except(choices.Select(choice => choice.Value)).Order(StringComparer.Ordinal);
        return Picking(input, [.. choices, .. gone.Select(name => (name, _words.Missing(name)))]);
    }

    private IEnumerable<(string Value, string Text)>? Named(ActivityDescriptor activity, InputDescriptor input)
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

    private IEnumerable<string> Used(ActivityDescriptor activity, InputDescriptor input) => content.LiteralsInUse
        .Where(used => used.Type == activity.TypeName && used.Input == ActivityJson.Camelize(input.Name)).Select(used => used.Value);

    // The same length may be written in several ways: a process keeps its own.
    private List<(string Value, string Text)> Durations(IEnumerable<string> used)
    {
        var presets = DuePresets.Select(span => (Value: span.ToString("c", CultureInfo.InvariantCulture), Span: span));
        var written = used.Select(text => (Value: text, Span: DurationText.TryRead(text, out var span) ? span : (TimeSpan?)null)).ToList();
        return
        [
            .. presets.Concat(written.Where(one => one.Span is not null).Select(one => (one.Value, Span: one.Span ?? TimeSpan.Zero)))
                .DistinctBy(one => one.Value).OrderBy(one => one.Span).Select(one => (one.Value, _words.Length(one.Span))),
            .. written.Where(one => one.Span is null).Select(one => (one.Value, one.Value)),
        ];
    }

    private static InputDescriptor Picking(InputDescriptor input, IReadOnlyList<(string Value, string Text)> choices) => input with
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
                        .. choices.Select(choice => new JsonObject { ["text"] = choice.Text, ["value"] = choice.Value }),
                    ]),
                    ["isFlagsEnum"] = false,
                    ["sortItems"] = false,
                },
            },
        },
    };

    private string Words(LocalizedText text) => text.In(language);
}
