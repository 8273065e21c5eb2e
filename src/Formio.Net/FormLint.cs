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
}
