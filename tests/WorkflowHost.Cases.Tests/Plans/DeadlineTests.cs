using System.Text.Json.Nodes;
using WorkflowHost.Cases.Access;
using WorkflowHost.Cases.Deadlines;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Cases.World;

namespace WorkflowHost.Cases.Tests.Plans;

/// <summary>Deadlines of the plan and what they do to tasks.</summary>
public sealed class DeadlineTests
{
    private static readonly DateTimeOffset Noon = new(2022, 1, 10, 12, 0, 0, TimeSpan.Zero);

    private const string Rule =
        """
        {"key": "exam", "form": "exam", "due": "PT4H",
         "remind": [{"before": "PT1H"}, {"after": "PT30M", "every": "PT30M", "times": 2}],
         "escalate": [{"after": "PT2H", "priority": "urgent", "role": "chief", "event": "case.left", "everywhere": true}]}
        """;

    [Fact]
    public void The_first_rule_that_fits_sets_the_time_and_the_steps()
    {
        var world = World(Rule);

        var task = Open(world, "exam", due: null);

        task.DueAt.ShouldBe(Noon.AddHours(4));
        task.Deadline()!.Rule.ShouldBe("exam");
        task.Deadline()!.Steps.Select(s => (s.At - Noon, s.Level)).ShouldBe([
            (TimeSpan.FromHours(3), 0), (TimeSpan.FromHours(4.5), 0), (TimeSpan.FromHours(5), 0), (TimeSpan.FromHours(6), 1)]);
    }

    [Fact]
    public void A_step_that_says_its_own_time_keeps_it_and_a_reminder_before_the_beginning_is_left_out()
    {
        var world = World(Rule);

        var task = Open(world, "exam", Noon.AddMinutes(30));

        task.DueAt.ShouldBe(Noon.AddMinutes(30));
        task.Deadline()!.Steps.Count.ShouldBe(3);
        task.Deadline()!.DueByRule.ShouldBeFalse();
    }

    [Fact]
    public void A_task_no_rule_is_about_has_no_deadline() => Open(World(Rule), "other", due: null).DeadlineJson.ShouldBeNull();

    [Fact]
    public void Steps_are_taken_one_by_one_and_none_before_its_time()
    {
        var world = World(Rule);
        var task = Open(world, "exam", due: null);

        world.TakeDeadlineStep(task.Id).ShouldBeNull();
        world.MoveTo(Noon.AddHours(10));
        var levels = new List<int>();
        while (world.TakeDeadlineStep(task.Id) is { } step)
            levels.Add(step.Level);

        levels.ShouldBe([0, 0, 0, 1]);
        (task.Reminders, task.Escalations, task.Priority, task.EscalatedTo, task.EscalatedFrom)
            .ShouldBe((3, 1, TaskPriority.Urgent, "chief", "nurse"));
        world.AuditTrail.Select(entry => entry.Action).ShouldBe(["task.reminded", "task.reminded", "task.reminded", "task.escalated"]);
    }

    [Fact]
    public void An_escalated_task_is_also_the_other_roles_at_whatever_site()
    {
        var world = World(Rule);
        var task = Open(world, "exam", due: null);
        world.MoveTo(Noon.AddHours(10));
        while (world.TakeDeadlineStep(task.Id) is not null)
        {
        }

        var chief = new StaffAccess(world.Plan, [new RoleGrant { Role = "chief", SiteKey = "south" }]);
        chief.MayWork(task).ShouldBeTrue();
        new StaffAccess(world.Plan, [new RoleGrant { Role = "nurse", SiteKey = "north" }]).MayWork(task).ShouldBeTrue();
        new StaffAccess(world.Plan, [new RoleGrant { Role = "nurse", SiteKey = "south" }]).MayWork(task).ShouldBeFalse();
    }

    [Theory]
    [InlineData(Sensitivity.General, "chief")]
    [InlineData(Sensitivity.Medical, "nurse")]
    public void A_task_is_handed_over_only_to_a_role_that_may_open_it(Sensitivity sensitivity, string role)
    {
        var world = World("""{"key": "any", "due": "PT1H", "escalate": [{"role": "chief", "handOver": true}]}""");
        var task = Open(world, "exam", due: null, sensitivity);
        world.MoveTo(Noon.AddHours(2));

        world.TakeDeadlineStep(task.Id);

        task.Role.ShouldBe(role);
        task.EscalatedFrom.ShouldBe("nurse");
    }

    [Fact]
    public void A_cancelled_task_takes_no_step()
    {
        var world = World(Rule);
        var task = Open(world, "exam", due: null);
        world.CancelTasks(task.InstanceId);
        world.MoveTo(Noon.AddHours(10));

        world.TakeDeadlineStep(task.Id).ShouldBeNull();
    }

    [Fact]
    public void A_renewed_deadline_repeats_nothing_that_has_happened()
    {
        var world = World(Rule);
        var task = Open(world, "exam", due: null);
        world.MoveTo(Noon.AddHours(10));
        while (world.TakeDeadlineStep(task.Id) is not null)
        {
        }

        world.RenewDeadline(task).ShouldBeFalse();
        world.TakeDeadlineStep(task.Id).ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"key": "a", "role": "nobody", "due": "PT1H"}""", "deadlines[0].role", "unknown_role")]
    [InlineData("""{"key": "a", "role": "reader", "due": "PT1H"}""", "deadlines[0].role", "deadline.no_tasks")]
    [InlineData("""{"key": "a", "due": "soon"}""", "deadlines[0].due", "not_duration")]
    [InlineData("""{"key": "a", "due": "PT0S"}""", "deadlines[0].due", "deadline.due")]
    [InlineData("""{"key": "a", "due": "PT1H", "escalate": [{"role": "nobody"}]}""", "deadlines[0].escalate[0].role", "unknown_role")]
    [InlineData("""{"key": "a", "due": "PT1H", "escalate": [{"event": "x.y"}]}""", "deadlines[0].escalate[0].event", "unknown_event")]
    [InlineData("""{"key": "a", "due": "PT1H", "escalate": [{"after": "PT1H"}]}""", "deadlines[0].escalate[0]", "deadline.nothing")]
    [InlineData("""{"key": "a", "due": "PT1H", "escalate": [{"priority": "high", "handOver": true}]}""", "deadlines[0].escalate[0].handOver", "deadline.to_whom")]
    [InlineData("""{"key": "a", "due": "PT1H", "remind": [{"before": "PT2H"}]}""", "deadlines[0].remind[0].before", "deadline.too_early")]
    [InlineData("""{"key": "a", "due": "PT1H", "remind": [{"before": "PT2M", "after": "PT1M"}]}""", "deadlines[0].remind[0].after", "deadline.when")]
    [InlineData("""{"key": "a", "due": "PT1H", "remind": [{"after": "PT2M", "times": 3}]}""", "deadlines[0].remind[0].every", "deadline.every")]
    [InlineData("""{"key": "a", "due": "PT1H", "remind": [{"after": "PT2M", "times": 300}]}""", "deadlines[0].remind[0].times", "not_number")]
    [InlineData("""{"key": "a", "form": "exam"}""", "deadlines[0]", "deadline.idle")]
    [InlineData("""{"key": "a", "due": "PT1H"}, {"key": "b", "form": "exam", "due": "PT1H"}""", "deadlines[1]", "deadline.shadowed")]
    [InlineData("""{"key": "a", "due": "PT1H"}, {"key": "a", "form": "exam", "due": "PT1H"}""", "deadlines[1].key", "duplicate_key")]
    public void A_mistake_is_named_with_its_path(string rules, string path, string code) =>
        PlanLint.Check(Json(rules)).ShouldContain(problem => problem.Path == path && problem.Code == code);

    [Theory]
    [InlineData("PT4H", 4)]
    [InlineData("2.00:00:00", 48)]
    [InlineData("P2D", 48)]
    public void Durations_are_read_both_ways(string text, int hours)
    {
        DurationText.TryRead(text, out var span).ShouldBeTrue();
        span.TotalHours.ShouldBe(hours);
    }

    [Theory]
    [InlineData("4 h", 240)]
    [InlineData("1h 30 min", 90)]
    [InlineData("2 días", 2880)]
    [InlineData("1,5 horas", 90)]
    [InlineData("PT4H", 240)]
    [InlineData("0.04:00:00", 240)]
    public void Durations_are_read_as_people_write_them(string text, int minutes)
    {
        DurationWords.TryRead(text, out var span).ShouldBeTrue();
        span.TotalMinutes.ShouldBe(minutes);
        DurationWords.TryRead(DurationWords.Write(span), out var again).ShouldBeTrue();
        again.ShouldBe(span);
    }

    [Theory]
    [InlineData("pronto")]
    [InlineData("")]
    [InlineData("4 semanas")]
    [InlineData("h")]
    public void What_is_no_duration_is_not_read(string text) => DurationWords.TryRead(text, out _).ShouldBeFalse();

    private static HumanTask Open(MemoryCaseWorld world, string form, DateTimeOffset? due, Sensitivity sensitivity = Sensitivity.General)
    {
        var task = new HumanTask
        {
            InstanceId = "i", BookmarkId = "b", Form = form, Title = "Exam", Role = "nurse", SiteKey = "north", Sensitivity = sensitivity, DueAt = due,
        };
        world.OpenTask(task);
        return task;
    }

    private static MemoryCaseWorld World(string rules) => new(Plan.Parse(Json(rules)), Noon, "tester");

    private static string Json(string rules)
    {
        var plan = (JsonObject)JsonNode.Parse(SamplePlan.Json)!; // it is an object
        plan["deadlines"] = JsonNode.Parse($"[{rules}]");
        var roles = (JsonArray)plan["roles"]!; // so are its lists
        ((JsonArray)roles[2]!["permissions"]!).Add("tasks.work");
        roles.Add(JsonNode.Parse("""{"key": "reader", "title": {"es": "Lectura"}, "permissions": ["cases.read"], "sensitivity": ["general"]}"""));
        return plan.ToJsonString();
    }
}
