using System.Text.RegularExpressions;
using WorkflowHost.Engine.Expressions;

namespace WorkflowHost.Engine.Linting;

/// <summary>Liquid texts that cannot be read: Elsa would show the error message to people instead of the text.</summary>
internal static partial class LiquidChecks
{
    public static IEnumerable<WorkflowProblem> Run(LintedWorkflow linted)
    {
        foreach (var node in linted.Nodes)
            foreach (var input in node.Inputs)
                if (input.Expression is LiquidTextExpression { Mistake: { } mistake })
                    yield return new WorkflowProblem(
                        $"{node.NodeId}/{ActivityJson.Camelize(input.Descriptor.Name)}", "liquid-syntax", mistake.Trim().ReplaceLineEndings(" "),
                        "Correct the template: its error message would be shown instead of the text.");
    }

    /// <summary>Names of variables a template reads as <c>Variables.X</c>.</summary>
    public static IEnumerable<string> Reads(ActivityNode node) => node.Inputs
        .Select(input => input.Expression).OfType<LiquidTextExpression>()
        .SelectMany(text => Mention().Matches(text.Source)).Select(match => match.Groups[1].Value).Distinct();

    [GeneratedRegex(@"\bVariables\.([\p{L}_][\p{L}\p{N}_]*)")]
    private static partial Regex Mention();
}
