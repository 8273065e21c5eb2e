using System.Text.Json.Nodes;
using WorkflowHost.Engine.Tests.Scenarios;

namespace WorkflowHost.Engine.Tests.Linting;

public sealed class WorkflowLintTests
{
    [Fact]
    public void A_clean_flow_has_no_problem() =>
        Codes(Chart.Of("s>p, p:Ok>a, p:No>b, a>c, b>c").With(Task("p", "Ok", "No"))).ShouldBeEmpty();

    [Fact]
    public void A_step_no_way_leads_to_is_found() =>
        Codes(Chart.Of("a>b, x>y")).ShouldBe(["unreachable-step", "unreachable-step"]);

    [Fact]
    public void An_outcome_without_arrow_is_advice() =>
        Problems(Chart.Of("d:True>a").Decision("d", true)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            problem => problem.Code.ShouldBe("outcome-without-arrow"),
            problem => problem.Path.ShouldBe("Workflow1:f:d/False"),
            problem => problem.IsError.ShouldBeFalse());

    [Fact]
    public void An_arrow_from_an_outcome_that_does_not_exist_is_found() =>
        Codes(Chart.Of("a:done>b")).ShouldBe(["arrow-from-unknown-outcome"]);

    [Theory]
    [InlineData("WaitAll", "join-waits-forever")]
    [InlineData("WaitAllActive", "join-waits-forever")]
    [InlineData("WaitAny", null)]
    public void A_join_of_exclusive_branches_is_found(string mode, string? code) =>
        Codes(Chart.Of("d:True>a, d:False>b, a>j, b>j").Decision("d", true).Join("j", mode)).ShouldBe(code is null ? [] : [code]);

    [Fact]
    public void A_merge_of_parallel_branches_without_a_join_is_found() =>
        Codes(Chart.Of("s>a, s>b, a>c, b>c")).ShouldBe(["merge-runs-twice"]);

    [Fact]
    public void Parallel_branches_that_meet_in_a_join_are_fine() =>
        Codes(Chart.Of("s>a, s>b, a>j, b>j").Join("j", "WaitAll")).ShouldBeEmpty();

    [Fact]
    public void A_circle_without_wait_or_way_out_is_found() => Codes(Chart.Of("s>a, a>b, b>a")).ShouldBe(["endless-loop"]);

    [Fact]
    public void A_script_that_does_not_parse_is_found_with_its_place() =>
        Problems(Chart.Of("w").With(Chart.Activity("Elsa.WriteLine", "w", ("text", Chart.Script("1 +"))))).ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                problem => problem.Code.ShouldBe("script-syntax"),
                problem => problem.Path.ShouldBe("Workflow1:f:w/text"));

    [Fact]
    public void A_variable_nobody_declares_is_found() =>
        Codes(Chart.Of("w").With(Chart.Activity("Elsa.WriteLine", "w", ("text", Chart.Script("variables.Nobody"))))).ShouldBe(["unknown-variable"]);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_variable_read_after_a_wait_needs_storage(bool stored)
    {
        var chart = Chart.Of("t>w").Var(Chart.Variable("X", "String", "a", stored))
            .With(Task("t"))
            .With(Chart.Activity("Elsa.WriteLine", "w", ("text", Chart.Script("variables.X"))));

        Codes(chart).ShouldBe(stored ? [] : ["variable-lost-by-wait"]);
    }

    [Fact]
    public void An_unknown_activity_is_found() => Codes(Chart.Of("a>m").With(Chart.Activity("Acme.Magic", "m"))).ShouldBe(["unknown-activity"]);

    [Fact]
    public void Names_of_the_host_are_checked_when_it_gives_them()
    {
        var chart = Chart.Of("x").With(Chart.Activity("Elsa.DispatchWorkflow", "x", ("workflowDefinitionId", Chart.Literal("nowhere"))));

        WorkflowLint.Check(WorkflowDefinition.Parse(chart.Json()), Context() with { Definitions = new HashSet<string> { "somewhere" } })
            .Select(problem => problem.Code).ShouldBe(["unknown-workflow"]);
    }

    [Fact]
    public void Rules_of_the_host_are_asked_too()
    {
        var context = Context() with { Rules = [workflow => [new WorkflowProblem(workflow.Nodes.Keys.First(), "mine", "m", "r")]] };

        WorkflowLint.Check(WorkflowDefinition.Parse(Chart.Of("a").Json()), context).ShouldHaveSingleItem().Code.ShouldBe("mine");
    }

    private static JsonObject Task(string id, params string[] outcomes)
    {
        if (outcomes.Length == 0)
            return Chart.Activity("Elsa.RunTask", id, ("taskName", Chart.Literal(id)));
        var list = new JsonArray([.. outcomes.Select(outcome => JsonValue.Create(outcome))]).ToJsonString();
        return Chart.Activity("Test.Wait", id, ("outcomes", Chart.Literal(list)));
    }

    private static List<string> Codes(Chart chart) => Problems(chart).Select(problem => problem.Code).ToList();

    private static IReadOnlyList<WorkflowProblem> Problems(Chart chart) => WorkflowLint.Check(WorkflowDefinition.Parse(chart.Json()), Context());

    private static WorkflowLintContext Context()
    {
        var registry = ActivityRegistry.WithBuiltIns();
        registry.Add(new Wait());
        return new WorkflowLintContext { Registry = registry };
    }
}
