using System.CommandLine;
using System.Text.Json.Nodes;
using JsExpressions;

namespace WorkflowHost.Commands;

/// <summary><c>expressions eval</c>: JSON lines <c>{id, expression, scope?, body?}</c> to <c>{id, value}</c> or <c>{id, error}</c>.</summary>
internal static class ExpressionsCommand
{
    public static Command Create()
    {
        var eval = new Command("eval", "Evaluates JSON lines {id, expression, scope?, body?} from standard input.");
        eval.SetAction(async (_, ct) =>
        {
            await using var output = JsonLines.StandardOutput();
            await JsonLines.AnswerAsync(JsonLines.StandardInput(), output, Evaluate, ct);
            return 0;
        });
        return new Command("expressions", "JavaScript expressions.") { eval };
    }

    /// <summary><c>undefined</c> has no JSON: the answer then has no value.</summary>
    internal static JsonObject Evaluate(JsonObject request)
    {
        var answer = new JsonObject { ["id"] = request["id"]?.DeepClone() };
        var source = request["expression"]?.ToString() ?? "";
        var goal = request["body"]?.GetValue<bool>() == true ? JsGoal.Body : JsGoal.Expression;
        if (!JsScript.TryParse(source, goal, out var script, out var mistake))
        {
            answer["error"] = JsonLines.Error(mistake.Code, mistake.Message, mistake.Line, mistake.Column);
            return answer;
        }

        try
        {
            var value = script.Evaluate(NewRun(), Scope(request["scope"] as JsonObject));
            if (value.Kind != JsKind.Undefined)
                answer["value"] = JsJson.ToNode(value);
        }
        catch (JsException e)
        {
            answer["error"] = JsonLines.Error("thrown", e.Message);
        }
        catch (JsBudgetExceededException e)
        {
            answer["error"] = JsonLines.Error("budget", e.Message);
        }

        return answer;
    }

    private static JsRun NewRun() => new(
        JsLibrary.Forms, new ExpressionBudget(ExpressionLimits.Default, TimeProvider.System), TimeProvider.System, TimeZoneInfo.Utc);

    private static JsScope Scope(JsonObject? names)
    {
        var scope = new JsScope();
        foreach (var (name, value) in names ?? [])
            scope.Set(name, JsJson.FromNode(value));
        return scope;
    }
}
