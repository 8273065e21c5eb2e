using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Formio;
using WorkflowHost.Content;
using WorkflowHost.Engine;

namespace WorkflowHost.Features.Forms.Designer;

/// <summary>Where published processes use a form and its fields.</summary>
public sealed partial class FormUse(PublishedContent content)
{
    /// <summary>Steps that open the form, and in the same processes steps whose expressions name one of its fields.</summary>
    public IReadOnlyList<FormUseRow> Of(string key, FormDefinition form)
    {
        var fields = form.Components.Where(component => component.HasData && component.Key.Length > 2).Select(component => component.Key).ToHashSet(StringComparer.Ordinal);
        var rows = new List<FormUseRow>();
        foreach (var workflow in content.Current.Workflows.Values.OrderBy(workflow => workflow.Definition.Name, StringComparer.CurrentCulture))
        {
            var steps = DefinitionActivities.All(workflow.Definition.Root).Select(found => found.Activity).ToList();
            if (steps.All(step => DefinitionActivities.Literal(step, "form") != key))
                continue;

            foreach (var step in steps)
            {
                var opens = DefinitionActivities.Literal(step, "form") == key;
                var named = Expressions(step).SelectMany(code => Names().Matches(code).Select(name => name.Value))
                    .Where(fields.Contains).Distinct().Order(StringComparer.Ordinal).ToList();
                if (opens || named.Count > 0)
                    rows.Add(new FormUseRow(workflow.Definition.Name ?? workflow.Definition.DefinitionId, workflow.Definition.DefinitionId, DefinitionActivities.NameOf(step), opens, named));
            }
        }

        return rows;
    }

    // A container's own members are looked at; its children are steps of their own.
    private static IEnumerable<string> Expressions(JsonObject step)
    {
        foreach (var (_, member) in step)
        {
            if (member is JsonObject input && ActivityJson.Member(input, "expression") is JsonObject expression
                && ActivityJson.Text(expression, "type") is not (null or "Literal" or "Variable")
                && ActivityJson.Member(expression, "value")?.ToString() is { } code)
                yield return code;
        }
    }

    [GeneratedRegex(@"[\p{L}_$][\p{L}\p{N}_$]*")]
    private static partial Regex Names();
}
