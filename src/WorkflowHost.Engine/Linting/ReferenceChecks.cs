using System.Globalization;
using WorkflowHost.Engine.Expressions;
using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine.Linting;

/// <summary>Literal inputs that name something of the host, and literal times.</summary>
internal static class ReferenceChecks
{
    public static IEnumerable<WorkflowProblem> Run(LintedWorkflow linted, WorkflowLintContext context) =>
        linted.Nodes.SelectMany(node => Check(node, context));

    private static IEnumerable<WorkflowProblem> Check(ActivityNode node, WorkflowLintContext context)
    {
        (string Input, IReadOnlySet<string>? Known, string What)[] references =
        [
            ("Form", context.Forms, "form"), ("Role", context.Roles, "role"), ("Site", context.Sites, "site"),
            ("EventType", context.Events, "event type"), ("WorkflowDefinitionId", context.Definitions, "workflow"),
        ];
        foreach (var (input, known, what) in references)
            if (known is not null && Literal(node, input) is { Length: > 0 } name && !known.Contains(name))
                yield return new WorkflowProblem(
                    $"{node.NodeId}/{ActivityJson.Camelize(input)}", $"unknown-{what.Replace(' ', '-')}", $"There is no {what} '{name}'.",
                    $"Choose an existing {what}.");
        if (node.FindInput("Due") is { HasExpression: false })
            yield return new WorkflowProblem(
                node.NodeId + "/due", "task-without-due-date", "Nobody is reminded of this task.", "Give it a due date.", IsError: false);
        if (node.TypeName == "Elsa.Cron" && Literal(node, "CronExpression") is { } expression && !Cron.TryParse(expression, out _))
            yield return new WorkflowProblem(
                node.NodeId + "/cronExpression", "bad-cron", $"'{expression}' is no cron expression.", "Seconds, minutes, hours, days, months, weekdays.");
        if (node.TypeName == "Elsa.StartAt" && context.Now is { } now && Literal(node, "DateTime") is { } text
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var time) && time <= now)
            yield return new WorkflowProblem(
                node.NodeId + "/dateTime", "time-in-the-past", "The time has passed; the step does not wait.", "Choose a later time.", IsError: false);
        if (node.TypeName == "Elsa.Delay" && Literal(node, "TimeSpan") is { } span && !IsDuration(span))
            yield return new WorkflowProblem(
                node.NodeId + "/timeSpan", "bad-duration", $"'{span}' is no duration.", "Write hh:mm:ss, d.hh:mm:ss or P2DT4H.");
    }

    private static string? Literal(ActivityNode node, string input) =>
        node.FindInput(input)?.Expression is LiteralExpression { Value: string text } ? text : null;

    private static bool IsDuration(string text) =>
        IsoDuration.TryParse(text, out _) || TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out _);
}
