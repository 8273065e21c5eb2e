using System.Text.Json.Nodes;
using Formio;
using WorkflowHost.Activities;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Engine;

namespace WorkflowHost.Content;

/// <summary>Checks that what one content file names exists in the others. Computed inputs cannot be checked and are not.</summary>
internal sealed class ContentReferences(
    Plan? plan, IReadOnlyDictionary<string, FormDefinition> forms, IReadOnlySet<string> workflows)
{
    public IEnumerable<ContentMistake> OfWorkflow(string file, WorkflowDefinition definition)
    {
        var arrows = TaskOutcomes.Arrows(definition.Root);
        foreach (var (path, activity) in DefinitionActivities.All(definition.Root))
        {
            var type = ActivityJson.Text(activity, "type") ?? "";
            var named = type.StartsWith(ActivityShape.Prefix, StringComparison.Ordinal)
                ? OfOwnActivity(type[ActivityShape.Prefix.Length..], activity)
                : OfElsaActivity(activity);
            foreach (var (input, kind, name) in named)
                yield return new ContentMistake(file, $"{path}.{input}", $"{kind}.unknown", $"There is no {kind} '{name}'.");
            if (type == FormReceived.TypeName
                && DefinitionActivities.Literal(activity, "form") is { } begins
                && forms.TryGetValue(begins, out var started) && FormRetirement.IsRetired(started))
            {
                yield return new ContentMistake(
                    file, $"{path}.form", "form.retired_start", $"Form '{begins}' is retired: nothing new starts here.") { IsWarning = true };
            }

            if (type == FormTask.TypeName)
            {
                foreach (var mistake in OfTask(file, path, activity, arrows))
                    yield return mistake;
            }
        }
    }

    public IEnumerable<ContentMistake> OfPlan(string file, IReadOnlySet<string> catalogs)
    {
        if (plan is null)
            yield break;
        for (var i = 0; i < plan.WebhookSources.Count; i++)
        {
            if (plan.WebhookSources[i].Starts is { } starts && !workflows.Contains(starts))
                yield return new ContentMistake(
                    file, $"$.webhookSources[{i}].starts", "workflow.unknown", $"There is no workflow '{starts}'.");
        }

        foreach (var mistake in DeadlineReferences.Of(file, plan, forms, workflows))
            yield return mistake;
        for (var i = 0; i < plan.CaseTypes.Count; i++)
        {
            for (var j = 0; j < plan.CaseTypes[i].Fields.Count; j++)
            {
                if (plan.CaseTypes[i].Fields[j].Catalog is { } catalog && !catalogs.Contains(catalog))
                    yield return new ContentMistake(
                        file, $"$.caseTypes[{i}].fields[{j}].catalog", "catalog.unknown", $"There is no catalog '{catalog}'.");
            }
        }
    }

    private IEnumerable<(string Input, string Kind, string Name)> OfOwnActivity(string type, JsonObject activity)
    {
        var checks = new (string Input, string Kind, Func<string, bool>? Exists)[]
        {
            ("form", "form", forms.ContainsKey),
            ("role", "role", type == "LinkCases" ? null : InPlan((p, key) => p.FindRole(key) is not null)),
            ("site", "site", InPlan((p, key) => p.FindSite(key) is not null)),
            ("segment", "segment", InPlan((p, key) => p.FindSegment(key) is not null)),
            ("caseType", "case type", InPlan((p, key) => p.FindCaseType(key) is not null)),
            ("kind", "link kind", InPlan((p, key) => p.LinkKinds.Any(kind => kind.Key == key))),
            ("partner", "partner", InPlan((p, key) => p.FindPartner(key) is not null)),
            ("eventType", "event", InPlan((p, key) => p.Events.Contains(key))),
            ("factType", "fact type", InPlan((p, key) => p.FactTypes.Any(fact => fact.Key == key))),
            ("state", "state", InPlan((p, key) => StateExists(p, type, key))),
        };
        foreach (var (input, kind, exists) in checks)
        {
            if (exists is not null && DefinitionActivities.Literal(activity, input) is { } name && !exists(name))
                yield return (input, kind, name);
        }
    }

    private IEnumerable<(string Input, string Kind, string Name)> OfElsaActivity(JsonObject activity)
    {
        if (DefinitionActivities.Literal(activity, "workflowDefinitionId") is { } definitionId && !workflows.Contains(definitionId))
            yield return ("workflowDefinitionId", "workflow", definitionId);
    }

    // Nobody could ever open a task whose form is more delicate than its role may read, nor take an outcome the form cannot give.
    private IEnumerable<ContentMistake> OfTask(
        string file, string path, JsonObject activity, IReadOnlyDictionary<string, HashSet<string>> arrows)
    {
        if (DefinitionActivities.Literal(activity, "form") is not { } key || !forms.TryGetValue(key, out var form))
            yield break;
        if (FormRetirement.IsRetired(form))
            yield return new ContentMistake(file, $"{path}.form", "form.retired", $"Form '{key}' is retired: choose another, or give it back first.");
        if (DefinitionActivities.Literal(activity, "role") is { } roleKey && plan?.FindRole(roleKey) is { } role
            && form.Properties.TryGetValue("sensitivity", out var text)
            && Enum.TryParse<Sensitivity>(text, ignoreCase: true, out var sensitivity)
            && !role.Sensitivities.Contains(sensitivity))
        {
            yield return new ContentMistake(
                file, $"{path}.role", "role.sensitivity", $"Role '{roleKey}' may not read '{text}', which form '{key}' is.");
        }

        if (TaskOutcomes.Drawn(activity) is not { } drawn)
            yield break;
        if (!form.Properties.ContainsKey("decision"))
        {
            if (drawn.Any(outcome => outcome != FormTask.DefaultOutcome))
                yield return new ContentMistake(file, $"{path}.outcomes", "form.no_decision", $"Form '{key}' names no decision, so no outcome is ever taken.");
            yield break;
        }

        // Warnings: a form and the processes that use it are changed one after the other.
        if (FormDecision.Values(form) is not { } values)
            yield break;
        foreach (var outcome in TaskOutcomes.Impossible(drawn, values))
        {
            yield return new ContentMistake(
                file, $"{path}.outcomes", "form.outcome_impossible", $"The decision of form '{key}' is never '{outcome}'; it is one of '{string.Join(", ", values)}'.")
            { IsWarning = true };
        }

        if (arrows.GetValueOrDefault(ActivityJson.Text(activity, "id") ?? "") is not { } ports)
            yield break;
        foreach (var value in TaskOutcomes.Unanswered(drawn, values, ports))
        {
            yield return new ContentMistake(
                file, $"{path}.outcomes", "form.decision_unanswered", $"Nothing follows when form '{key}' decides '{value}': the process ends there.")
            { IsWarning = true };
        }
    }

    // Without a plan that can be read nothing can be said about what it holds; its own mistakes are listed.
    private Func<string, bool> InPlan(Func<Plan, string, bool> holds) => key => plan is null || holds(plan, key);

    private static bool StateExists(Plan plan, string type, string key) => type == "SetSiteState"
        ? Enum.TryParse<Cases.Sites.SiteState>(key, ignoreCase: true, out _)
        : plan.CaseTypes.Any(caseType => caseType.States.Any(state => state.Key == key));
}
