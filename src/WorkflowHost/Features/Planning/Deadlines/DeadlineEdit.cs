namespace WorkflowHost.Features.Planning.Deadlines;

/// <summary>A rule as its form holds it: texts as they were typed, so that a mistake comes back as it was made.</summary>
public sealed record DeadlineEdit
{
    /// <summary>The draft the person saw.</summary>
    public string BasedOn { get; init; } = "";

    public string? Form { get; init; }

    public string? Role { get; init; }

    /// <summary>A process, or <c>process/step</c>; empty for any.</summary>
    public string? Where { get; init; }

    public string? Priority { get; init; }

    public string? Due { get; init; }

    // Model binding fills the lists that are there: an empty read-only one would stay empty.
    public IReadOnlyList<ReminderEdit> Remind { get; init; } = new List<ReminderEdit>();

    public IReadOnlyList<EscalationEdit> Escalate { get; init; } = new List<EscalationEdit>();
}

public sealed record ReminderEdit
{
    public string? Time { get; init; }

    public bool After { get; init; }

    public string? Every { get; init; }

    public string? Times { get; init; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Time);
}

public sealed record EscalationEdit
{
    public string? After { get; init; }

    public string? Role { get; init; }

    public bool HandOver { get; init; }

    public bool Everywhere { get; init; }

    public string? Priority { get; init; }

    public string? Event { get; init; }

    public string? Every { get; init; }

    public string? Times { get; init; }

    public bool IsEmpty => new[] { After, Role, Priority, Event }.All(string.IsNullOrWhiteSpace);
}
