using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Cases.Deadlines;

/// <summary>What is wrong with a plan's deadlines by themselves; forms and processes are checked where those are known.</summary>
internal static class DeadlineLint
{
    public static IEnumerable<PlanProblem> Check(Plan plan)
    {
        for (var i = 0; i < plan.Deadlines.Count; i++)
        {
            var (rule, path) = (plan.Deadlines[i], $"deadlines[{i}]");
            if (rule.Role is { } role && WhyNot(plan, role) is { } why)
                yield return why with { Path = $"{path}.role" };
            if (plan.Deadlines.Take(i).FirstOrDefault(earlier => earlier.Covers(rule)) is { } earlier)
                yield return new($"{path}", "deadline.shadowed", $"Rule '{earlier.Key}' stands before and is about all of these tasks: this one never counts.", IsWarning: true);
            if (rule.Due is null && rule.Reminders.Count == 0 && rule.Escalations.Count == 0)
                yield return new($"{path}", "deadline.idle", $"Rule '{rule.Key}' says no time, no reminder and no escalation: it does nothing.", IsWarning: true);
            foreach (var problem in OfReminders(rule, path).Concat(OfEscalations(plan, rule, path)))
                yield return problem;
        }
    }

    private static IEnumerable<PlanProblem> OfReminders(DeadlineRule rule, string path)
    {
        for (var i = 0; i < rule.Reminders.Count; i++)
        {
            if (rule.Due is { } due && due + rule.Reminders[i].At <= TimeSpan.Zero)
                yield return new($"{path}.remind[{i}].before", "deadline.too_early", "The reminder would come before the task is there: it is left out.", IsWarning: true);
        }
    }

    private static IEnumerable<PlanProblem> OfEscalations(Plan plan, DeadlineRule rule, string path)
    {
        for (var i = 0; i < rule.Escalations.Count; i++)
        {
            var (escalation, at) = (rule.Escalations[i], $"{path}.escalate[{i}]");
            if (escalation is { Role: null, Priority: null, Event: null })
                yield return new(at, "deadline.nothing", "An escalation raises the priority, gives the task to a role, or tells an event: choose one at least.");
            if (escalation.Role is { } role && WhyNot(plan, role) is { } why)
                yield return why with { Path = $"{at}.role" };
            if (escalation.Role is null && escalation.HandOver)
                yield return new($"{at}.handOver", "deadline.to_whom", "To hand a task over a role is needed.");
            if (escalation.Event is { } told && !plan.Events.Contains(told))
                yield return new($"{at}.event", "unknown_event", $"The plan has no event '{told}'.");
        }
    }

    private static PlanProblem? WhyNot(Plan plan, string key) => plan.FindRole(key) switch
    {
        null => new PlanProblem("", "unknown_role", $"No role is called '{key}'."),
        var role when !role.Permissions.Contains(Permissions.WorkTasks) =>
            new PlanProblem("", "deadline.no_tasks", $"Role '{key}' does no tasks (it lacks {Permissions.WorkTasks})."),
        _ => null,
    };
}
