using System.Text.Json;
using Formio;
using WorkflowHost.Engine;

namespace WorkflowHost.Content.Publications;

/// <summary>
/// Judges the whole as it would stand after a publication: every file by itself and against all others, the examples kept with
/// the forms, and what still lacks a translation. What is wrong already, in files nobody touches, is no reason to refuse.
/// </summary>
public sealed class ContentJudge(ActivityRegistry registry, FormExamples examples, TimeProvider clock)
{
    /// <param name="here">What is in force, by path.</param>
    /// <param name="changes">What is to be laid over it; null takes a file away.</param>
    public ContentJudgement Judge(IReadOnlyDictionary<string, string> here, IReadOnlyDictionary<string, string?> changes)
    {
        var merged = new Dictionary<string, string>(here, StringComparer.Ordinal);
        foreach (var (path, text) in changes)
        {
            if (text is null)
                merged.Remove(path);
            else
                merged[path] = text;
        }

        var now = clock.GetUtcNow();
        var (before, _) = ContentFolder.Read(here);
        var (after, unreadable) = ContentFolder.Read(merged);
        var known = With(after);
        var already = ContentCheck.OfFiles(before, With(before), now).ToHashSet();
        var mistakes = unreadable.Concat(ContentCheck.OfFiles(after, known, now)).Concat(ProcessCheck.Of(after, known, now))
            .Where(mistake => changes.ContainsKey(mistake.File) || !already.Contains(mistake))
            .ToList();

        mistakes.AddRange(after.Where(file => changes.ContainsKey(file.Path) && file.Kind != ContentKind.Plan && ContentExport.KindOf(file.Path).Key != file.Key)
            .Select(file => new ContentMistake(file.Path, "$", "file.key", $"The file is called '{file.Path}' but holds '{file.Key}'. Name it by its key.")));
        var standing = before.ToDictionary(file => file.Path, file => file.Hash, StringComparer.Ordinal);
        var followers = after.Where(file => file.Kind == ContentKind.Form && !changes.ContainsKey(file.Path) && standing.GetValueOrDefault(file.Path) != file.Hash).ToList();
        mistakes.AddRange(OfForms([.. after.Where(file => file.Kind == ContentKind.Form && changes.ContainsKey(file.Path)), .. followers], after, mistakes));
        return new ContentJudgement(
            merged,
            after.GroupBy(file => file.Path).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal),
            followers,
            [.. mistakes.Distinct().OrderBy(mistake => mistake.IsWarning).ThenBy(mistake => mistake.File, StringComparer.Ordinal)],
            known);
    }

    private IEnumerable<ContentMistake> OfForms(
        IReadOnlyList<ContentFile> forms, IReadOnlyList<ContentFile> all, IReadOnlyList<ContentMistake> mistakes)
    {
        var dictionaries = ContentDictionaries.Read(all.Where(file => file.Kind == ContentKind.Dictionary).Select(file => (file.Key, file.Json)));
        var kept = all.Where(file => file.Kind == ContentKind.Example).ToDictionary(file => file.Key, file => file.Json, StringComparer.Ordinal);
        // A form with mistakes need not be one that can be tried.
        foreach (var file in forms.Where(file => mistakes.All(mistake => mistake.File != file.Path || mistake.IsWarning)))
        {
            foreach (var advice in ContentCheck.OfWords(file.Path, FormDefinition.Parse(file.Json), dictionaries).Where(mistake => mistake.IsWarning))
                yield return advice;
            if (!kept.TryGetValue(file.Key, out var json))
                continue;
            var form = PublishedForm.Compile(file.Key, 0, file.Json, new FormCompileOptions { Translations = dictionaries.ForForm(file.Key) });
            foreach (var mistake in examples.Check(form, JsonSerializer.Deserialize<List<FormExample>>(json) ?? []))
                yield return mistake with { File = file.Path };
        }
    }

    // A process usable as a step is an activity that the others may name.
    private ActivityRegistry With(IReadOnlyList<ContentFile> files)
    {
        var extended = registry.Copy();
        foreach (var file in files.Where(file => file.Kind == ContentKind.Workflow))
        {
            try
            {
                var definition = WorkflowDefinition.Parse(file.Json);
                if (definition.Options.UsableAsActivity)
                    extended.AddWorkflow(definition);
            }
            catch (WorkflowDefinitionException)
            {
                // ContentCheck names it: a file that is no workflow offers none.
            }
        }

        return extended;
    }
}
