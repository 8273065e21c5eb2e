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

    [Theory]
    [InlineData("s>p, s>q, p>j, q>j, j>n", "wait-after-race")]
    [InlineData("s>p, s>a, p>j, a>j, j>z", "racer-that-does-not-wait")]
    [InlineData("s>p, s>c, p>j, c>j, j>z", "race-cancels-container")]
    [InlineData("s>p, s>q, p>j, q>j, j>z", null)]
    public void A_race_that_Elsa_cannot_run_is_advice(string arrows, string? code) =>
        Codes(Chart.Of(arrows).Join("j", "WaitAny").With(Task("p")).With(Task("q")).With(Task("n"))
            .With(Chart.Sequence("c", Task("inner")))).ShouldBe(code is null ? [] : [code]);

    [Fact]
    public void A_rework_loop_inside_a_parallel_branch_is_advice() =>
        Codes(Chart.Of("s>p, s>q, p:Ok>j, p:Redo>fix>p, q>j").Join("j", "WaitAll").With(Task("p", "Ok", "Redo")).With(Task("q")))
            .ShouldBe(["rework-inside-parallel-branch"]);

    [Fact]
    public void A_rework_loop_from_before_the_fork_is_fine() =>
        Codes(Chart.Of("s>p, s>q, p>j, q>j, j>rev, rev:Redo>s, rev:Ok>z").Join("j", "WaitAll")
            .With(Task("p")).With(Task("q")).With(Task("rev", "Redo", "Ok"))).ShouldBeEmpty();

    [Fact]
    public void Complete_inside_a_container_is_advice() =>
        Codes(Chart.Of("g").With(Chart.Sequence("g", Chart.Activity("Elsa.Complete", "x")))).ShouldBe(["complete-inside-container"]);

    [Fact]
    public void Break_inside_a_branch_is_advice() =>
        Codes(Chart.Of("l").With(Chart.Activity("Elsa.While", "l", ("condition", Chart.Script("true")),
            ("body", Chart.Activity("Elsa.If", "i", ("condition", Chart.Literal(true)), ("then", Chart.Activity("Elsa.Break", "b")))))))
            .ShouldBe(["break-inside-branch"]);

    [Fact]
    public void A_loop_that_is_always_true_needs_a_wait_or_a_way_out() =>
        Codes(Chart.Of("l").With(Chart.Activity("Elsa.While", "l", ("condition", Chart.Literal(true)), ("body", Chart.Line("w")))))
            .ShouldBe(["endless-loop"]);

    [Fact]
    public void A_loop_without_a_body_is_found() =>
        Codes(Chart.Of("l").With(Chart.Activity("Elsa.For", "l"))).ShouldBe(["loop-without-body"]);

    [Fact]
    public void End_inside_a_branch_is_advice() =>
        Codes(Chart.Of("i").With(Chart.Activity("Elsa.If", "i", ("condition", Chart.Literal(true)), ("then", Chart.Activity("Elsa.End", "e")))))
            .ShouldBe(["end-inside-branch"]);

    [Fact]
    public void The_result_of_an_executed_workflow_that_waits_is_advice() =>
        Codes(Chart.Of("x").Var(Chart.Variable("R")).With(Chart.Activity("Elsa.ExecuteWorkflow", "x",
            ("workflowDefinitionId", Chart.Literal("k")), ("waitForCompletion", Chart.Literal(true)),
            ("result", new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "R" } }))))
            .ShouldBe(["result-lost-by-wait"]);

    [Fact]
    public void An_activation_strategy_is_advice()
    {
        var json = JsonNode.Parse(Chart.Of("a").Json())!.AsObject();
        json["options"] = new JsonObject { ["activationStrategyType"] = "SingletonStrategy" };

        WorkflowLint.Check(WorkflowDefinition.Parse(json), Context()).ShouldHaveSingleItem().Code.ShouldBe("activation-strategy-unknown-to-elsa");
    }

    [Fact]
    public void A_Liquid_text_that_cannot_be_read_is_found() =>
        Problems(Chart.Of("w").With(Text("Hola {{ "))).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            problem => problem.Code.ShouldBe("liquid-syntax"),
            problem => problem.Message.ShouldContain("(1:8)"));

    [Fact]
    public void A_Liquid_text_reads_variables_too() =>
        Codes(Chart.Of("w").With(Text("Hola {{ Variables.Nadie }}"))).ShouldBe(["unknown-variable"]);

    [Fact]
    public void Inputs_and_outputs_that_a_wait_loses_are_found()
    {
        var json = JsonNode.Parse(Chart.Of("t>w").With(Task("t"))
            .With(Chart.Activity("Elsa.WriteLine", "w", ("text", Chart.Script("getInput('Case') + getOutputFrom('t')")))).Json())!.AsObject();
        json["inputs"] = new JsonArray(new JsonObject { ["name"] = "Case", ["type"] = "String" });

        WorkflowLint.Check(WorkflowDefinition.Parse(json), Context()).Select(problem => problem.Code)
            .ShouldBe(["input-lost-by-wait", "output-lost-by-wait"], ignoreOrder: true);
    }

    [Fact]
    public void Times_in_the_past_and_what_is_no_time_are_found()
    {
        var context = Context() with { Now = new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero) };
        var chart = Chart.Of("a>b>c")
            .With(Chart.Activity("Elsa.StartAt", "a", ("dateTime", Chart.Literal("2026-03-01T00:00:00Z"))))
            .With(Chart.Activity("Elsa.Delay", "b", ("timeSpan", Chart.Literal("soon"))))
            .With(Chart.Activity("Elsa.Cron", "c", ("cronExpression", Chart.Literal("every day"))));

        WorkflowLint.Check(WorkflowDefinition.Parse(chart.Json()), context).Select(problem => problem.Code)
            .ShouldBe(["time-in-the-past", "bad-duration", "bad-cron"]);
    }

    [Fact]
    public void An_expression_type_nobody_evaluates_is_found()
    {
        var ruby = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Ruby", ["value"] = "1" } };

        Codes(Chart.Of("w").With(Chart.Activity("Elsa.WriteLine", "w", ("text", ruby)))).ShouldBe(["unknown-expression-type"]);
    }

    [Fact]
    public void A_binding_to_nothing_is_found()
    {
        var chart = Chart.Of("s>t")
            .With(Chart.Activity("Elsa.SetVariable", "s", ("variable", new JsonObject { ["id"] = "nowhere" })))
            .With(Chart.Activity("Elsa.RunTask", "t", ("taskName", Chart.Literal("t")),
                ("result", new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "nowhere" } })));

        Codes(chart).ShouldBe(["unknown-variable", "output-goes-nowhere"], ignoreOrder: true);
    }

    [Fact]
    public void Names_given_twice_and_unknown_converters_are_found()
    {
        var task = Task("t");
        task["result"] = new JsonObject
        {
            ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "R" }, ["converter"] = new JsonObject { ["id"] = "acme.x" },
        };
        var json = JsonNode.Parse(Chart.Of("t").Var(Chart.Variable("R")).With(task).Json())!.AsObject();
        json["inputs"] = new JsonArray(new JsonObject { ["name"] = "A" }, new JsonObject { ["name"] = "A" });

        WorkflowLint.Check(WorkflowDefinition.Parse(json), Context()).Select(problem => problem.Code)
            .ShouldBe(["name-given-twice", "unknown-converter"]);
    }

    [Fact]
    public void Every_problem_says_what_to_do()
    {
        string[] charts = ["a>b, x>y", "s>a, s>b, a>c, b>c", "s>a, a>b, b>a", "a:done>b"];

        foreach (var problem in charts.SelectMany(arrows => Problems(Chart.Of(arrows))))
        {
            problem.Message.ShouldEndWith(".");
            problem.Remedy.ShouldEndWith(".");
        }
    }

    private static JsonObject Text(string template) => Chart.Activity("Elsa.WriteLine", "w", ("text", new JsonObject
    {
        ["typeName"] = "String",
        ["expression"] = new JsonObject { ["type"] = "Liquid", ["value"] = template },
    }));

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
