using Formio;
using WorkflowHost.Cases.Deadlines;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Content;

/// <summary>That the forms and processes a plan's deadlines name exist, and that whoever gets an overdue task may open it.</summary>
internal static class DeadlineReferences
{
    public static IEnumerable<ContentMistake> Of(
        string file, Plan plan, IReadOnlyDictionary<string, FormDefinition> forms, IReadOnlySet<string> workflows)
    {
        for (var i = 0; i < plan.Deadlines.Count; i++)
        {
            var (rule, path) = (plan.Deadlines[i], $"$.deadlines[{i}]");
            if (rule.Form is { } form && !forms.ContainsKey(form))
                yield return new ContentMistake(file, $"{path}.form", "form.unknown", $"There is no form '{form}'.");
            if (rule.Process is { } process && !workflows.Contains(process))
                yield return new ContentMistake(file, $"{path}.process", "workflow.unknown", $"There is no workflow '{process}'.");
            if (rule.Form is not null && forms.TryGetValue(rule.Form, out var definition))
            {
                foreach (var mistake in OfReaders(file, path, plan, rule, definition))
                    yield return mistake;
            }
        }
    }

    private static IEnumerable<ContentMistake> OfReaders(string file, string path, Plan plan, DeadlineRule rule, FormDefinition form)
    {
        // A form that does not say is taken for medical, as everywhere.
        var words = form.Properties.GetValueOrDefault("sensitivity") ?? "medical";
        if (!Enum.TryParse<Sensitivity>(words, ignoreCase: true, out var sensitivity))
            yield break;
        for (var i = 0; i < rule.Escalations.Count; i++)
        {
            if (rule.Escalations[i].Role is { } key && plan.FindRole(key) is { } role && !role.Sensitivities.Contains(sensitivity))
            {
                yield return new ContentMistake(
                    file, $"{path}.escalate[{i}].role", "role.sensitivity", $"Role '{key}' may not read '{words}', which form '{form.Key}' is.");
            }
        }
    }
}
