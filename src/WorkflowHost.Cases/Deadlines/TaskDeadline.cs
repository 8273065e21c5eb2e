using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkflowHost.Cases.Deadlines;

/// <summary>
/// The deadline a task was opened with: its rule, already worked out into instants. A plan published later does not reach it.
/// </summary>
/// <param name="Rule">Key of the rule.</param>
/// <param name="DueByRule">False: the step said itself how long there is.</param>
/// <param name="Steps">What happens, in order.</param>
public sealed record TaskDeadline(string Rule, bool DueByRule, IReadOnlyList<DeadlineStep> Steps)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Works a rule out for a task that is due then. Reminders whose time has passed are left out, and escalations up to a level already reached.</summary>
    public static TaskDeadline Of(DeadlineRule rule, DateTimeOffset due, bool dueByRule, DateTimeOffset now, int levelReached = 0)
    {
        var reminders = rule.Reminders
            .SelectMany(reminder => Enumerable.Range(0, reminder.Times).Select(n => new DeadlineStep(due + reminder.At + reminder.Every * n, 0)))
            .Where(step => step.At > now);
        var escalations = rule.Escalations
            .SelectMany(escalation => Enumerable.Range(0, escalation.Times).Select(n => Step(escalation, due + escalation.After + escalation.Every * n)))
            .OrderBy(step => step.At)
            .Select((step, n) => step with { Level = n + 1 })
            .Where(step => step.Level > levelReached);
        return new TaskDeadline(rule.Key, dueByRule, [.. reminders.Concat(escalations).OrderBy(step => step.At).ThenBy(step => step.Level)]);
    }

    /// <summary>As it is kept with the task.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>What <see cref="ToJson"/> wrote.</summary>
    public static TaskDeadline Parse(string json) =>
        JsonSerializer.Deserialize<TaskDeadline>(json, Json) ?? throw new JsonException("A deadline is an object.");

    private static DeadlineStep Step(DeadlineEscalation escalation, DateTimeOffset at) => new(at, 1)
    {
        Priority = escalation.Priority,
        Role = escalation.Role,
        HandOver = escalation.HandOver,
        Everywhere = escalation.Everywhere,
        Event = escalation.Event,
    };
}
