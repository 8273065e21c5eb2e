using System.Text.Json.Nodes;
using WorkflowHost.Cases.Deadlines;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Tasks;

namespace WorkflowHost.Cases.World;

public abstract partial class CaseWorld
{
    /// <summary>
    /// Takes the next step of a task's deadline, if it is open and the step is due; answers null otherwise. Either way the
    /// task's timer is set to what comes next. One step at a time: each is a unit of its own, so none is lost or done twice.
    /// </summary>
    public DeadlineStep? TakeDeadlineStep(Guid taskId)
    {
        Changes.TaskTimers[taskId] = null;
        if (FindTask(taskId) is not { State: TaskState.Open } task || NextStep(task) is not { } step)
            return null;
        if (step.At > Now)
        {
            Changes.TaskTimers[taskId] = step.At;
            return null;
        }

        Touch(task);
        task.DeadlineStep++;
        if (step.Level == 0)
            Remind(task);
        else
            Escalate(task, step);
        Changes.TaskTimers[taskId] = NextStep(task)?.At;
        return step;
    }

    /// <summary>
    /// Gives an open task the deadline that the plan in force says, as somebody asked for. What has happened stays: no
    /// reminder is repeated, no level reached is reached again. False when nothing changes.
    /// </summary>
    public bool RenewDeadline(HumanTask task)
    {
        if (task.State != TaskState.Open || Plan.FindDeadline(task) is not { } rule)
            return false;
        var before = task.Deadline();
        var ownDue = before is { DueByRule: true } ? null : task.DueAt;
        if ((ownDue ?? (rule.Due is { } time ? task.CreatedAt + time : null)) is not { } due)
            return false;
        var renewed = TaskDeadline.Of(rule, due, ownDue is null, Now, task.Escalations);
        if (due == task.DueAt && before is not null
            && before.Rule == rule.Key && before.Steps.Skip(task.DeadlineStep).SequenceEqual(renewed.Steps))
            return false;

        Touch(task);
        task.DueAt = due;
        task.DeadlineJson = renewed.ToJson();
        task.DeadlineStep = 0;
        Changes.TaskTimers[task.Id] = NextStep(task)?.At;
        Audit("task.deadline_renewed", "task", task.Id.ToString(), new JsonObject { ["rule"] = rule.Key });
        return true;
    }

    /// <summary>The task is closed: nothing will remind of it any more.</summary>
    protected void EndDeadline(HumanTask task)
    {
        if (task.DeadlineJson is not null)
            Changes.TaskTimers[task.Id] = null;
    }

    private void SetDeadline(HumanTask task)
    {
        if (Plan.FindDeadline(task) is not { } rule)
            return;
        var byRule = task.DueAt is null;
        task.DueAt ??= rule.Due is { } time ? Now + time : null;
        if (task.DueAt is not { } due)
            return;
        var deadline = TaskDeadline.Of(rule, due, byRule, Now);
        task.DeadlineJson = deadline.ToJson();
        if (deadline.Steps.Count > 0)
            Changes.TaskTimers[task.Id] = deadline.Steps[0].At;
    }

    private void Remind(HumanTask task)
    {
        task.Reminders++;
        task.RemindedAt = Now;
        Audit("task.reminded", "task", task.Id.ToString(), new JsonObject { ["form"] = task.Form, ["role"] = task.Role });
    }

    private void Escalate(HumanTask task, DeadlineStep step)
    {
        task.Escalations = step.Level;
        task.EscalatedAt = Now;
        if (step.Priority > task.Priority)
            task.Priority = step.Priority.Value;
        var from = task.Role;
        if (step.Role is { } role && role != from)
        {
            task.EscalatedTo = role;
            task.EscalatedFrom = from;
            task.EscalatedEverywhere = step.Everywhere;
            // Handed to somebody who may not open it, nobody could do it any more.
            if (step.HandOver && CanDo(role, task))
            {
                task.Role = role;
                task.ClaimedBy = null;
            }
        }

        Audit("task.escalated", "task", task.Id.ToString(), new JsonObject
        {
            ["form"] = task.Form, ["level"] = step.Level, ["from"] = from, ["to"] = step.Role, ["priority"] = step.Priority?.ToString().ToLowerInvariant(),
        });
    }

    private bool CanDo(string role, HumanTask task) => Plan.FindRole(role) is { } known
        && known.Permissions.Contains(Permissions.WorkTasks)
        && known.Sensitivities.Contains(task.Sensitivity);

    private static DeadlineStep? NextStep(HumanTask task) =>
        task.Deadline() is { } deadline && task.DeadlineStep < deadline.Steps.Count ? deadline.Steps[task.DeadlineStep] : null;
}
