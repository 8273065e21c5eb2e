using Formio.Lint;

namespace Formio;

/// <summary>Finds mistakes in a form before people meet them.</summary>
public static class FormLint
{
    /// <summary>All problems of a form in form order; empty when it is clean.</summary>
    public static IReadOnlyList<FormProblem> Check(FormDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var problems = new List<FormProblem>();
        foreach (var check in LintChecks.All) problems.AddRange(check.Check(definition));
        return problems;
    }

    /// <summary>Visible texts of a form that a language's dictionary lacks, one problem per text.</summary>
    /// <param name="definition">The form.</param>
    /// <param name="language">The language, for the messages.</param>
    /// <param name="dictionary">Visible text → translation.</param>
    public static IReadOnlyList<FormProblem> CheckTranslations(
        FormDefinition definition, string language, IReadOnlyDictionary<string, string> dictionary)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(dictionary);
        return [.. MissingTranslations.Check(definition, language, dictionary)];
    }
}
