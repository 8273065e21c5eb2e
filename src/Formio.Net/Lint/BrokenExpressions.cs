using System.Text.RegularExpressions;
using JsExpressions;

namespace Formio.Lint;

/// <summary>JavaScript that does not parse: form.io ignores it silently, so nobody notices.</summary>
internal sealed partial class BrokenExpressions : ILintCheck
{
    public IEnumerable<FormProblem> Check(FormDefinition definition)
    {
        foreach (var expression in FormExpressions.List(definition))
        {
            // Places are filled before the code is read; any value may stand there.
            if (JsScript.TryParse(Places().Replace(expression.Code, "0"), JsGoal.Body, out _, out var error)) continue;
            yield return new FormProblem(
                expression.Path,
                "broken-expression",
                $"{expression.Property} does not parse: {error.Message} (line {error.Line}, column {error.Column}).",
                "Correct the code; until then the form behaves as if it were not there.");
        }
    }

    [GeneratedRegex(@"\{\{.*?\}\}")]
    private static partial Regex Places();
}
