using WorkflowHost.Engine.Tests.Scenarios;

namespace WorkflowHost.Engine.Tests.Flowcharts;

/// <summary>Rows of appendix A.3 of the contract: order, loops, endings. One expectation per mode where they differ.</summary>
public sealed class FlowchartRunTests
{
    private static readonly FlowchartMode[] Both = [FlowchartMode.Counter, FlowchartMode.Token];

    public static TheoryData<string, string, string, string, string?> Rows() => new()
    {
        // L02 review loop
        { "s>p, p:Approve>ok, p:Reject>rej, rej>p", "p", "p=Reject p=Reject p=Approve", "Suspended [s] bm1 > Suspended [rej] bm1 > Suspended [rej] bm1 > Finished [ok]", null },
        // L03 a loop into one branch (the used bookmark goes, as in the vectors)
        { "s>a, s>b, a>c, b>c, c:Again>a, c:Ok>z", "c", "c=Again c=Ok", "Suspended [s,a,b] bm1 > Faulted [] inc1", "Suspended [s,a,b] bm1 > Suspended [a] bm1 > Finished [z]" },
        // L04 a loop around a whole block
        { "s>a, s>b, a>c, b>c, c:Again>s, c:Ok>z", "c", "c=Again c=Again c=Ok", "Suspended [s,a,b] bm1 > Suspended [s,a,b] bm1 > Suspended [s,a,b] bm1 > Finished [z]", null },
        // L05 a self loop
        { "p:Again>p, p:Ok>z", "p", "p=Again p=Ok", "Suspended [] bm1 > Suspended [] bm1 > Finished [z]", null },
        // L06 rework inside a branch
        { "s>p, s>q, p:Ok>c, p:Redo>fix, fix>p, q:Ok>c", "p q", "p=Redo q=Ok p=Ok", "Suspended [s] bm2 > Suspended [fix] bm2 > Suspended [c] bm1 > Finished []", "Suspended [s] bm2 > Suspended [fix] bm2 > Suspended [] bm1 > Finished [c]" },
        // F02, F07: only one start
        { "a>b, x", "", "", "Finished [a,b]", null },
        { "a>c, b>d", "", "", "Finished [a,c]", null },
        // F09 port names are case-sensitive
        { "a:done>b", "", "", "Finished [a]", null },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Runs_as_in_Elsa(string arrows, string waiting, string resumes, string counter, string? token)
    {
        foreach (var mode in Both)
        {
            var chart = Chart.Of(arrows).Waiting(waiting.Split(' ', StringSplitOptions.RemoveEmptyEntries));

            Scenario.Tell(chart, Scenario.Upstream(mode), resumes).ShouldBe(mode == FlowchartMode.Counter ? counter : token ?? counter);
        }
    }

    [Fact]
    public void A_start_by_a_trigger_in_the_middle_skips_what_is_before_it()
    {
        var chart = Chart.Of("pre>e, e>m").With(Chart.Activity("Elsa.Event", "e", ("eventName", Chart.Literal("E"))));

        Scenario.Start(chart, start: new StartWorkflow { TriggerActivityId = "e" }).ToString().ShouldBe("Finished [m]");
    }

    [Fact]
    public void A_loop_back_to_the_trigger_waits_there()
    {
        var chart = Chart.Of("e>m, m>e").With(Chart.Activity("Elsa.Event", "e", ("eventName", Chart.Literal("E"))));

        var scenario = Scenario.Start(chart, start: new StartWorkflow { TriggerActivityId = "e" });

        scenario.ToString().ShouldBe("Suspended [m] bm1");
        scenario.Resume("e").ToString().ShouldBe("Suspended [m] bm1");
    }

    [Fact]
    public void A_trigger_reached_by_a_manual_start_waits()
    {
        var chart = Chart.Of("e>m").With(Chart.Activity("Elsa.Event", "e", ("eventName", Chart.Literal("E"))));

        Scenario.Start(chart).ToString().ShouldBe("Suspended [] bm1");
    }

    [Theory]
    [InlineData("Elsa.End", "Finished [s,z]")]
    [InlineData("Elsa.Finish", "Finished [s]")]
    public void Work_queued_before_the_end_runs_after_End_and_not_after_Finish(string ending, string expected)
    {
        foreach (var mode in Both)
            Scenario.Tell(Chart.Of("s>e, s>z").With(Chart.Activity(ending, "e")), Scenario.Upstream(mode), "").ShouldBe(expected);
    }

    [Fact]
    public void An_instance_keeps_the_mode_it_began_with()
    {
        var chart = Chart.Of("s>p, s>b, p>z").Waiting("p");
        var scenario = Scenario.Start(chart, Scenario.Ours(FlowchartMode.Counter));

        WorkflowState.Parse(scenario.State.ToJson()).FlowchartMode.ShouldBe(FlowchartMode.Counter);
    }
}
