using System.Text.Json.Nodes;
using Formio;
using WorkflowHost.Activities;
using WorkflowHost.Content;
using WorkflowHost.Features.Shared.Languages;

namespace WorkflowHost.Features.Forms.Designer;

/// <summary>What else stands on a form: indicators that count what its processes record, and forms that hold it.</summary>
public sealed class FormReach(PublishedContent content)
{
    private static readonly string[] Pointers = ["form", "src", "path"];

    /// <summary>Indicators whose kind of fact is recorded by a process that opens the form.</summary>
    public IReadOnlyList<FormIndicator> IndicatorsOf(string key)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var workflow in content.Current.Workflows.Values)
        {
            var steps = DefinitionActivities.All(workflow.Definition.Root).Select(found => found.Activity).ToList();
            if (steps.All(step => DefinitionActivities.Literal(step, "form") != key))
                continue;
            foreach (var fact in steps.Select(step => DefinitionActivities.Literal(step, "factType")).OfType<string>())
                facts.TryAdd(fact, workflow.Definition.Name ?? workflow.Definition.DefinitionId);
        }

        return
        [
            .. content.Plan.Indicators.Where(indicator => facts.ContainsKey(indicator.Fact))
                .Select(indicator => new FormIndicator(indicator.Key, indicator.Title.In(ScreenLanguages.Current.Tag), facts[indicator.Fact])),
        ];
    }

    /// <summary>Published forms that hold this one as a form inside.</summary>
    public IReadOnlyList<(string Key, string Title)> HoldersOf(string key) =>
    [
        .. content.Current.Forms.Values
            .Where(form => form.Definition.Components.Any(component => component.Type == "form" && Names(component.Json, key)))
            .Select(form => (form.Key, form.Title)).OrderBy(form => form.Title, StringComparer.CurrentCulture),
    ];

    // The members in which form.io keeps which form is inside.
    private static bool Names(JsonObject component, string key) =>
        Pointers.Any(name => component[name]?.ToString().Split('/')[^1] == key);
}
