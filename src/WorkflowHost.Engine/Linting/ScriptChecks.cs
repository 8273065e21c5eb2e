using System.Text.RegularExpressions;
using WorkflowHost.Engine.Expressions;

namespace WorkflowHost.Engine.Linting;

/// <summary>Expressions: scripts that do not parse, unknown expression types, variables nobody declares.</summary>
internal static partial class ScriptChecks
{
    public static IEnumerable<WorkflowProblem> Run(LintedWorkflow linted)
    {
        var known = KnownNames(linted);
        return linted.Nodes.SelectMany(node => Check(node, known));
    }

    /// <summary>Names a script reads as variables, by variables.X or getVariable('X').</summary>
    public static IEnumerable<string> Reads(ScriptExpression script) =>
        GetVariable().Matches(script.Source).Select(match => match.Groups[1].Value).Concat(script.VariableNames).Distinct();

    /// <summary>Names a script writes by setVariable or by assigning to variables.X.</summary>
    public static IEnumerable<string> Writes(ScriptExpression script) =>
        SetVariable().Matches(script.Source).Select(match => match.Groups[1].Value)
            .Concat(Assignment().Matches(script.Source).Select(match => match.Groups[1].Value)).Distinct();

    private static IEnumerable<WorkflowProblem> Check(ActivityNode node, HashSet<string> known)
    {
        foreach (var input in node.Inputs)
            if (input.Expression is UnknownExpression unknown)
                yield return new WorkflowProblem(
                    $"{node.NodeId}/{ActivityJson.Camelize(input.Descriptor.Name)}", "unknown-expression-type",
                    $"Expressions of type '{unknown.Type}' are not evaluated here; the value is null.", "Use JavaScript.");
        foreach (var name in LiquidChecks.Reads(node))
            if (!known.Contains(name))
                yield return new WorkflowProblem(
                    node.NodeId, "unknown-variable", $"The text reads the variable '{name}', which nobody declares or sets.",
                    "Declare it under Variables, or correct the name.");
        foreach (var (member, script) in LintedWorkflow.Scripts(node))
        {
            var path = $"{node.NodeId}/{member}";
            if (Syntax(script) is { } message)
            {
                yield return new WorkflowProblem(path, "script-syntax", message, "Correct the script.");
                continue;
            }
            foreach (var name in Reads(script))
                if (!known.Contains(name))
                    yield return new WorkflowProblem(
                        path, "unknown-variable", $"The script reads the variable '{name}', which nobody declares or sets.",
                        "Declare it under Variables, or correct the name.");
        }
    }

    private static string? Syntax(ScriptExpression script)
    {
        try
        {
            script.Parsed();
            return null;
        }
        catch (ActivityFaultException error)
        {
            return error.Message;
        }
    }

    private static HashSet<string> KnownNames(LintedWorkflow linted)
    {
        var known = new HashSet<string>(["CurrentValue", "CurrentIndex", "ChildInstanceId"], StringComparer.Ordinal);
        known.UnionWith(linted.Definition.Variables.Select(variable => variable.Name));
        known.UnionWith(linted.Definition.Inputs.Select(input => input.Name));
        known.UnionWith(linted.Definition.Outputs.Select(output => output.Name));
        foreach (var node in linted.Nodes)
        {
            known.UnionWith(node.Variables.Select(variable => variable.Name));
            foreach (var (_, script) in LintedWorkflow.Scripts(node))
                known.UnionWith(Writes(script));
        }
        return known;
    }

    [GeneratedRegex("""getVariable\(\s*['"]([^'"]+)['"]""")]
    private static partial Regex GetVariable();

    [GeneratedRegex("""setVariable\(\s*['"]([^'"]+)['"]""")]
    private static partial Regex SetVariable();

    [GeneratedRegex(@"variables\.([\p{L}_$][\p{L}\p{N}_$]*)\s*=[^=]")]
    private static partial Regex Assignment();
}
