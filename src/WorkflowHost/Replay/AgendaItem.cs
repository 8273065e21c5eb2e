using WorkflowHost.Cases.Tasks;

namespace WorkflowHost.Replay;

/// <summary>Something a synthetic person or a member of staff is going to do.</summary>
internal abstract record AgendaItem(DateTimeOffset At, Subject? Subject);

/// <summary>Fill a form that starts something.</summary>
internal sealed record FillStart(DateTimeOffset At, ScenarioStart Start, Subject? Subject) : AgendaItem(At, Subject);

/// <summary>Answer a task that is open in the database.</summary>
internal sealed record AnswerTask(DateTimeOffset At, HumanTask Task, Subject? Subject) : AgendaItem(At, Subject)
{
    /// <summary>How often the same form was answered for the same case before.</summary>
    public int Visit { get; init; }
}
