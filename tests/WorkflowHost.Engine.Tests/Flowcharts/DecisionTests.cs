using System.Text.Json.Nodes;
using WorkflowHost.Engine.Tests.Scenarios;

namespace WorkflowHost.Engine.Tests.Flowcharts;

/// <summary>Appendix B: every decision against a defect of Elsa 3.8, and the defect when it is switched back on.</summary>
public sealed class DecisionTests
{
    [Fact]
    public void B1_cancelling_inside_a_container_does_not_fault_a_counter_flowchart()
    {
        static Chart Race() => Chart.Of("s>g, s>q, g>j, q>j, j>z").Waiting("q").Join("j", "WaitAny")
            .With(Chart.Sequence("g", Chart.Activity("Test.Wait", "p")));

        Scenario.Tell(Race(), Scenario.Ours(FlowchartMode.Counter), "q").ShouldBe("Suspended [s] bm2 > Finished [z]");
        Scenario.Tell(Race(), Scenario.Upstream(FlowchartMode.Counter), "q").ShouldBe("Suspended [s] bm2 > Faulted [z] inc1");
    }

    [Fact]
    public void B2_a_race_followed_by_another_wait_goes_on_and_finishes()
    {
        static Chart Race() => Chart.Of("s>p, s>q, p>c, q>c, c>n, n>z").Waiting("p", "q", "n").Merge("c", "Race");

        Scenario.Tell(Race(), Scenario.Ours(FlowchartMode.Token), "q n").ShouldBe("Suspended [s] bm2 > Suspended [c] bm1 > Finished [z]");

        var upstream = Scenario.Start(Race(), Scenario.Upstream(FlowchartMode.Token)).Resume("q");
        upstream.Journal.ShouldContain("f.Completed", "upstream ends the flowchart before the winner goes on");
    }

    [Fact]
    public void B3_a_join_that_waits_for_any_runs_once_also_when_a_branch_blocks_late()
    {
        static Chart Late() => Chart.Of("s>a, s>p, a>j, p>j, j>z").Waiting("p").Join("j", "WaitAny");

        Scenario.Tell(Late(), Scenario.Ours(FlowchartMode.Counter), "").ShouldBe("Finished [s,a,z]");
        Scenario.Tell(Late(), Scenario.Upstream(FlowchartMode.Counter), "").ShouldBe("Finished [s,a,z,z]");
    }

    [Theory]
    [InlineData("Race")]
    [InlineData("Cascade")]
    public void B5_a_late_arrival_at_a_race_does_not_keep_the_instance_open(string merge)
    {
        Chart Slow() => Chart.Of("s>a, s>b1, b1>b2, a>c, b2>c, c>z").Merge("c", merge);

        Scenario.Tell(Slow(), Scenario.Ours(FlowchartMode.Token), "").ShouldStartWith("Finished");
        Scenario.Tell(Slow(), Scenario.Upstream(FlowchartMode.Token), "").ShouldStartWith("Suspended");
    }

    [Fact]
    public void B4_a_race_in_a_loop_meets_no_stale_block()
    {
        static Chart Loop() => Chart.Of("s>p, s>x, x>q, p>c, q>c, c:Again>s, c:Ok>z").Waiting("p", "x", "q", "c").Merge("c", "Race");

        Scenario.Tell(Loop(), Scenario.Ours(FlowchartMode.Token), "p c=Again x q c=Ok")
            .ShouldBe("Suspended [s] bm2 > Suspended [] bm1 > Suspended [s] bm2 > Suspended [] bm2 > Suspended [] bm1 > Finished [z]");
    }

    [Fact]
    public void B7_the_output_of_an_executed_workflow_comes_also_after_a_wait()
    {
        Outcome(ElsaDecisions.Ours)["Output"]!["answer"]!.GetValue<string>().ShouldBe("yes");
        Outcome(ElsaDecisions.Upstream)["Output"].ShouldBeNull();

        static JsonObject Outcome(ElsaDecisions decisions)
        {
            var child = Chart.Definition("child", Chart.Sequence(
                "root",
                Chart.Activity("Test.Wait", "w"),
                Chart.Activity("Elsa.SetOutput", "o", ("outputName", Chart.Literal("answer")), ("outputValue", Chart.Literal("yes")))),
                definition => definition["outputs"] = new JsonArray(new JsonObject { ["name"] = "answer", ["type"] = "String" }));
            var parent = Chart.Definition("parent", Chart.Sequence("root", Chart.Activity(
                "Elsa.ExecuteWorkflow", "x",
                ("workflowDefinitionId", Chart.Literal("child")),
                ("waitForCompletion", Chart.Literal(true)),
                ("result", new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "R" } }))),
                definition => definition["variables"] = new JsonArray(Chart.Variable("R")));
            var scenario = Scenario.Start(parent, EngineOptions.ProfileS with { Decisions = decisions }, prepare: host => host.Publish(child));
            var waiting = scenario.Host.Instances.Single(instance => instance != scenario.Instance);
            scenario.State.Bookmarks.Count.ShouldBe(1);

            scenario.Host.Send(waiting, new ResumeBookmark(waiting.State.Bookmarks[0].Id, null));

            scenario.State.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
            return scenario.State.Variables["R"]!.AsObject();
        }
    }

    [Fact]
    public void B8_a_retried_activity_lets_the_instance_finish()
    {
        var chart = Chart.Of("a>flaky, flaky>c").Continue().Var(Chart.Variable("Ready", "Boolean", "false"))
            .With(Chart.Activity("Elsa.RunJavaScript", "flaky", ("script", Chart.Literal("if (!getVariable('Ready')) { setVariable('Ready', true); throw new Error('not yet'); }"))));
        var scenario = Scenario.Start(chart);
        scenario.ToString().ShouldBe("Suspended [a] inc1");

        scenario.Send(new RetryActivity(scenario.State.Incidents[0].ActivityInstanceId)).ToString().ShouldBe("Finished [c]");
    }

    [Fact]
    public void Interrupted_counts_as_running()
    {
        var state = Scenario.Start(Chart.Of("p>z").Waiting("p")).State with { SubStatus = WorkflowSubStatus.Interrupted };

        WorkflowState.Parse(state.ToJson()).Status.ShouldBe(WorkflowStatus.Running);
    }

    [Fact]
    public void B9_cancelling_an_instance_removes_its_bookmarks_and_says_so()
    {
        static Chart Waits() => Chart.Of("s>p, s>q").Waiting("p", "q");

        var ours = Scenario.Start(Waits()).Send(new CancelInstance("closed"));
        ours.ToString().ShouldBe("Cancelled []");
        ours.Instance.Commits[^1].BookmarksBurnt.Count.ShouldBe(2);
        ours.Journal.ShouldContain("Workflow1.Workflow cancelled");

        var upstream = Scenario.Start(Waits(), Scenario.Upstream(FlowchartMode.Token)).Send(new CancelInstance(null));
        upstream.Instance.Commits[^1].Journal.ShouldBeEmpty();
    }
}
