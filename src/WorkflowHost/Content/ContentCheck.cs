using System.Text.Json.Nodes;
using Formio;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Engine;

namespace WorkflowHost.Content;

/// <summary>Every mistake of content, from all who know a part of the rules, in one shape and all at once.</summary>
public static class ContentCheck
{
    /// <summary>Texts are written in Spanish and translated from it.</summary>
    private const string SourceLanguage = "es";

    /// <summary>Checks shipped files: each by itself, then what they name of each other.</summary>
    public static IReadOnlyList<ContentMistake> OfFiles(
        IReadOnlyList<ContentFile> files, ActivityRegistry registry, DateTimeOffset? now = null)
    {
        var mistakes = new List<ContentMistake>();
        var plans = files.Where(file => file.Kind == ContentKind.Plan).ToList();
        var plan = plans.Count == 1 ? ReadPlan(plans[0], mistakes) : null;
        if (plans.Count == 0)
            mistakes.Add(new ContentMistake("workflows/plan.json", "$", "plan.missing", "There is no plan."));
        var forms = ReadForms(files, mistakes);
        var workflows = ReadWorkflows(files, mistakes);
        var references = new ContentReferences(
            plan,
            forms.ToDictionary(form => form.File.Key, form => form.Form, StringComparer.Ordinal),
            workflows.Select(workflow => workflow.Definition.DefinitionId).ToHashSet(StringComparer.Ordinal));
        var dictionaries = ContentDictionaries.Read(files.Where(file => file.Kind == ContentKind.Dictionary).Select(file => (file.Key, file.Json)));
        foreach (var (file, form) in forms)
        {
            mistakes.AddRange(OfForm(file.Path, form));
            // Texts that only staff read may wait for their translation; a consent may not.
            mistakes.AddRange(OfWords(file.Path, form, dictionaries).Where(mistake => !mistake.IsWarning));
        }

        mistakes.AddRange(PresetCheck.Of(files.Where(file => file.Kind == ContentKind.Preset), CatalogLists(files), dictionaries));
        foreach (var (file, definition) in workflows)
            mistakes.AddRange(OfWorkflow(file.Path, definition, registry, references, now));
        foreach (var file in files.Where(file => file.Kind == ContentKind.Fragment))
            mistakes.AddRange(FragmentCheck.Of(file, registry, references, now));
        if (plan is not null)
            mistakes.AddRange(references.OfPlan(plans[0].Path, Catalogs(files)));
        return mistakes;
    }

    /// <summary>A form by itself.</summary>
    public static IEnumerable<ContentMistake> OfForm(string file, FormDefinition form)
    {
        if (form.Key.Length == 0)
            yield return new ContentMistake(file, "$.name", "form.no_key", "A form needs a name: it is the key that workflows use.");
        if (form.Properties.TryGetValue("sensitivity", out var sensitivity)
            && !Enum.TryParse<Sensitivity>(sensitivity, ignoreCase: true, out _))
        {
            yield return new ContentMistake(
                file, "$.properties.sensitivity", "form.sensitivity", $"'{sensitivity}' is none of general, personal, medical, protected.");
        }

        if (form.Properties.TryGetValue("decision", out var decision) && form.Components.All(c => c.Key != decision))
            yield return new ContentMistake(file, "$.properties.decision", "form.decision", $"The form has no component '{decision}'.");
        foreach (var problem in FormLint.Check(form))
            yield return new ContentMistake(file, Path(problem.Path), problem.Code, $"{problem.Message} {problem.Advice}");
    }

    /// <summary>What a form still lacks in the languages there are. Only a consent text must have them all: nobody consents in a language not chosen.</summary>
    internal static IEnumerable<ContentMistake> OfWords(string file, FormDefinition form, ContentDictionaries dictionaries)
    {
        var words = dictionaries.ForForm(form.Key);
        foreach (var language in dictionaries.Languages.Where(language => language != SourceLanguage))
        {
            var missing = FormLint.CheckTranslations(form, language, words[language]);
            foreach (var problem in missing.Where(problem => problem.Code == "missing-consent-translation"))
                yield return new ContentMistake(file, Path(problem.Path), problem.Code, $"{problem.Message} {problem.Advice}");
            if (missing.Count(problem => problem.Code == "missing-translation") is > 0 and var count)
            {
                yield return new ContentMistake(file, "$", "form.untranslated", $"'{count}' texts have no translation into '{language}' yet; they are shown in Spanish.")
                {
                    IsWarning = true,
                };
            }
        }
    }

    internal static IEnumerable<ContentMistake> OfWorkflow(
        string file, WorkflowDefinition definition, ActivityRegistry registry, ContentReferences references, DateTimeOffset? now = null)
    {
        if (definition.DefinitionId.Length == 0)
            yield return new ContentMistake(file, "$.definitionId", "workflow.no_id", "A workflow needs a definitionId.");
        foreach (var problem in WorkflowLint.Check(definition, new WorkflowLintContext { Registry = registry, Now = now }))
        {
            yield return new ContentMistake(file, problem.Path, problem.Code, $"{problem.Message} {problem.Remedy}")
            {
                IsWarning = !problem.IsError,
            };
        }

        foreach (var mistake in references.OfWorkflow(file, definition))
            yield return mistake;
    }

    private static Plan? ReadPlan(ContentFile file, List<ContentMistake> mistakes)
    {
        foreach (var problem in PlanLint.Check(file.Json))
        {
            mistakes.Add(new ContentMistake(file.Path, Path(problem.Path), problem.Code, problem.Message)
            {
                IsWarning = problem.IsWarning,
            });
        }

        try
        {
            return Plan.Parse(file.Json);
        }
        catch (PlanFormatException)
        {
            // Its mistakes are those just listed; what other files name of it cannot be checked.
            return null;
        }
    }

    private static List<(ContentFile File, FormDefinition Form)> ReadForms(
        IEnumerable<ContentFile> files, List<ContentMistake> mistakes)
    {
        var forms = new List<(ContentFile, FormDefinition)>();
        foreach (var file in files.Where(file => file.Kind == ContentKind.Form))
        {
            try
            {
                forms.Add((file, FormDefinition.Parse(file.Json)));
            }
            catch (FormDefinitionException e)
            {
                mistakes.Add(new ContentMistake(file.Path, "$", "form.unusable", e.Message));
            }
        }

        return forms;
    }

    private static List<(ContentFile File, WorkflowDefinition Definition)> ReadWorkflows(
        IEnumerable<ContentFile> files, List<ContentMistake> mistakes)
    {
        var workflows = new List<(ContentFile, WorkflowDefinition)>();
        foreach (var file in files.Where(file => file.Kind == ContentKind.Workflow))
        {
            try
            {
                workflows.Add((file, WorkflowDefinition.Parse(file.Json)));
            }
            catch (WorkflowDefinitionException e)
            {
                mistakes.Add(new ContentMistake(file.Path, "$", "workflow.unusable", e.Message));
            }
        }

        return workflows;
    }

    private static Dictionary<string, JsonArray> CatalogLists(IEnumerable<ContentFile> files) => files
        .Where(file => file.Kind == ContentKind.Catalog)
        .ToDictionary(file => file.Key, file => (JsonArray)JsonNode.Parse(file.Json)!, StringComparer.Ordinal);

    private static HashSet<string> Catalogs(IEnumerable<ContentFile> files) =>
        files.Where(file => file.Kind == ContentKind.Catalog).Select(file => file.Key).ToHashSet(StringComparer.Ordinal);

    private static string Path(string path) => path.Length == 0 ? "$" : path.StartsWith('$') ? path : "$." + path;
}
