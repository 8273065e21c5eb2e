using System.Text.Json;

namespace JsExpressions.Tests.Differential;

/// <summary>Programs with what V8 made of them (reference.js), and what this engine makes of them.</summary>
internal static class Sample
{
    private static readonly JsScript Definition = JsScript.ParseBody(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Differential", "format.js")));
    private static readonly JsScript Formatting = JsScript.ParseExpression("format(value)");

    public static IEnumerable<(string Program, string Expected)> Read(string path) =>
        File.ReadLines(path).Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            return (json.RootElement.GetProperty("program").GetString() ?? "", json.RootElement.GetProperty("expected").GetString() ?? "");
        });

    /// <summary>The result as text; <c>SYNTAX</c>, <c>THROW value</c> or <c>BUDGET limit</c> when it failed.</summary>
    public static string Evaluate(string program)
    {
        if (!JsScript.TryParse(program, JsGoal.Body, out var script, out _)) return "SYNTAX";
        var run = Script.Run();
        var scope = new JsScope();
        try
        {
            Definition.Evaluate(run, scope);
            try
            {
                scope.Set("value", script.Evaluate(run, new JsScope()));
                return Formatting.Evaluate(run, scope).AsString;
            }
            catch (JsException exception)
            {
                scope.Set("value", exception.Value);
                return "THROW " + Formatting.Evaluate(run, scope).AsString;
            }
        }
        catch (JsBudgetExceededException exception)
        {
            return "BUDGET " + exception.Limit;
        }
    }

    public static IReadOnlyList<string> Differences(IEnumerable<(string Program, string Expected)> cases) =>
        cases.Select(item => (item.Program, item.Expected, Actual: Evaluate(item.Program)))
            .Where(item => item.Actual != item.Expected)
            .Select(item => $"{item.Program}\n    V8   {item.Expected}\n    here {item.Actual}").ToList();
}
