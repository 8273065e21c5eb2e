using System.Text.Json.Nodes;
using WorkflowHost.Cases.Deadlines;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Cases.Tasks;

/// <summary>A form that somebody of a role has to fill in so that a workflow can go on. Names the form version it began with.</summary>
public sealed class HumanTask
{
    /// <summary>Id, version 7; part of the task's address.</summary>
    public Guid Id { get; init; } = OrderedId.Next();

    /// <summary>The waiting workflow instance.</summary>
    public required string InstanceId { get; init; }

    /// <summary>The bookmark its completion resumes.</summary>
    public required string BookmarkId { get; init; }

    /// <summary>Definition id of the workflow.</summary>
    public string DefinitionId { get; init; } = "";

    /// <summary>The activity in it.</summary>
    public string ActivityId { get; init; } = "";

    /// <summary>Key of the form.</summary>
    public required string Form { get; init; }

    /// <summary>Version of the form when the task was opened; it is filled in and judged by this one.</summary>
    public int FormVersion { get; init; }

    /// <summary>Title in the inbox.</summary>
    public required string Title { get; init; }

    /// <summary>Role that does it. An escalation may hand it to another.</summary>
    public required string Role { get; set; }

    /// <summary>Site where it is done, or null for any.</summary>
    public string? SiteKey { get; set; }

    /// <summary>The case it is about, or null.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>Priority.</summary>
    public TaskPriority Priority { get; set; } = TaskPriority.Normal;

    /// <summary>Sensitivity of the form: who may open it.</summary>
    public Sensitivity Sensitivity { get; init; }

    /// <summary>When it should be done, or null.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>JSON object the form opens with.</summary>
    public string PrefillJson { get; init; } = "{}";

    /// <summary>Outcomes the workflow branches on; empty when there is only "Done".</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>Its state.</summary>
    public TaskState State { get; set; }

    /// <summary>Who is working on it (user name), or null.</summary>
    public string? ClaimedBy { get; set; }

    /// <summary>When it was opened. The case world fills it in.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was completed or cancelled, or null.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Who completed it, or null.</summary>
    public string? CompletedBy { get; set; }

    /// <summary>The submission that completed it, or null.</summary>
    public Guid? SubmissionId { get; set; }

    /// <summary>Outcome taken, or null.</summary>
    public string? Outcome { get; set; }

    /// <summary>The deadline it was opened with, see <see cref="TaskDeadline"/>; null without one.</summary>
    public string? DeadlineJson { get; set; }

    /// <summary>How many steps of the deadline have been taken.</summary>
    public int DeadlineStep { get; set; }

    /// <summary>How often whoever has it was reminded.</summary>
    public int Reminders { get; set; }

    /// <summary>When last, or null.</summary>
    public DateTimeOffset? RemindedAt { get; set; }

    /// <summary>Level of escalation reached; 0 for none.</summary>
    public int Escalations { get; set; }

    /// <summary>When last, or null.</summary>
    public DateTimeOffset? EscalatedAt { get; set; }

    /// <summary>Role that got it by escalation, beside <see cref="Role"/> or in its place; or null.</summary>
    public string? EscalatedTo { get; set; }

    /// <summary>Role that had it when it was escalated to another, or null.</summary>
    public string? EscalatedFrom { get; set; }

    /// <summary>True: <see cref="EscalatedTo"/> has it whatever site its people are at.</summary>
    public bool EscalatedEverywhere { get; set; }

    /// <summary>Grows with every change; completing an older number is refused.</summary>
    public long Revision { get; set; }

    /// <summary><see cref="PrefillJson"/> as a fresh tree.</summary>
    public JsonObject Prefill() => JsonText.Object(PrefillJson);

    /// <summary><see cref="DeadlineJson"/> read, or null.</summary>
    public TaskDeadline? Deadline() => DeadlineJson is null ? null : TaskDeadline.Parse(DeadlineJson);

    /// <summary>Who may do it: roles, each with the site where it must be held (null: anywhere).</summary>
    public IEnumerable<(string Role, string? SiteKey)> Doers()
    {
        yield return (Role, SiteKey);
        if (EscalatedTo is { } other)
            yield return (other, EscalatedEverywhere ? null : SiteKey);
    }
}
