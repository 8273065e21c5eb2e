using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Tasks;

namespace WorkflowHost.Cases.Deadlines;

/// <summary>Reads the <c>deadlines</c> of plan.json.</summary>
internal static class DeadlineReader
{
    private static readonly TimeSpan ShortestRepeat = TimeSpan.FromSeconds(1);

    public static DeadlineRule Read(PlanNode n) => new()
    {
        Key = n.Required("key"),
        Title = n.Localized("title", required: false),
        Form = n.Optional("form"),
        Role = n.Optional("role"),
        Process = n.Optional("process"),
        Step = n.Optional("step"),
        Priority = Priority(n),
        Due = Due(n),
        Reminders = Few(n, "remind", ReadReminder),
        Escalations = Few(n, "escalate", ReadEscalation),
    };

    private static TimeSpan? Due(PlanNode n)
    {
        var due = n.Duration("due");
        if (due == TimeSpan.Zero)
            n.Note("due", "deadline.due", "A task needs some time: more than nothing.");
        return due;
    }

    private static DeadlineReminder ReadReminder(PlanNode n)
    {
        var before = n.Duration("before");
        var after = n.Duration("after");
        if (before is null == after is null)
            n.Note(n.Has("before") ? "after" : "before", "deadline.when", "A reminder comes some time before the task is due or after: one of the two.");
        var (every, times) = Repeat(n);
        return new DeadlineReminder(after ?? -(before ?? TimeSpan.Zero), every, times);
    }

    private static DeadlineEscalation ReadEscalation(PlanNode n)
    {
        var (every, times) = Repeat(n);
        return new DeadlineEscalation
        {
            After = n.Duration("after") ?? TimeSpan.Zero,
            Every = every,
            Times = times,
            Priority = Priority(n),
            Role = n.Optional("role"),
            HandOver = n.Flag("handOver"),
            Everywhere = n.Flag("everywhere"),
            Event = n.Optional("event"),
        };
    }

    private static (TimeSpan Every, int Times) Repeat(PlanNode n)
    {
        var times = n.Number("times", 1, 1, DeadlineRule.MostTimes);
        var every = n.Duration("every") ?? TimeSpan.Zero;
        if (times > 1 && every < ShortestRepeat)
            n.Note("every", "deadline.every", "What is repeated needs the time between two of them.");
        return (every, times);
    }

    private static TaskPriority? Priority(PlanNode n) => n.Has("priority") && n.Optional("priority") is { Length: > 0 } text
        ? n.Parse(text, n.PathOf("priority"), TaskPriority.Normal)
        : null;

    private static IReadOnlyList<T> Few<T>(PlanNode n, string name, Func<PlanNode, T> read)
    {
        var list = n.List(name, read);
        if (list.Count > DeadlineRule.MostSteps)
            n.Note(name, "deadline.many", $"At most {DeadlineRule.MostSteps} are allowed here.");
        return list;
    }
}
