using System.Text.Json.Nodes;
using WorkflowHost.Engine.Tests.Scenarios;

namespace WorkflowHost.Engine.Tests.Catalogue;

/// <summary>Charts of the contract's catalogue, sections 7.1 to 7.4, in both flowchart modes.</summary>
public sealed class ChartCatalogueTests
{
    private const string Joined = "st>A, st>B, st>C, A>d, d:False>D, d:True>j, B>j, C>j, j>E, D>F, E>F";

    public static TheoryData<string, string, string, string, string, string?> Rows() => new()
    {
        { "C01", "a>b>c", "", "", "Finished [a,b,c]", null },
        { "C02", "s>a, s>b", "", "", "Finished [s,a,b]", null },
        { "C03", "a", "", "", "Finished [a]", null },
        { "C04", "", "", "", "Finished []", null },
        { "C05", "a>b, x", "", "", "Finished [a,b]", null },
        { "C10", "d:True>t", "", "d=false", "Finished []", null },
        { "C11", "a>c, b>d", "", "", "Finished [a,c]", null },
        { "C14", "a:done>b", "", "", "Finished [a]", null },
        { "C20", "d:True>t, d:False>f", "", "d=true", "Finished [t]", null },
        { "C21", "d:True>e, d:False>n, e:True>x, e:False>y", "", "d=true e=false", "Finished [y]", null },
        { "C22", "d:True>t", "", "d=true", "Finished [t]", null },
        { "C48", "d:True>c, d:False>c, c>z", "", "d=true", "Finished [c,z]", null },
        { "C49", "1>2, 1>3, 2>4, 3>4, 2>5, 3>5, 4>6, 5>6, 6>7", "", "", "Finished [1,2,3,4,5,6,7]", null },
        { "C62", "s>r, r>d, d:False>r, d:True>end", "", "d=true", "Finished [s,r,end]", null },
        { "C95", "p>z", "p", "", "Suspended [] bm1", null },
        { "C96", "p>z", "p", "p", "Suspended [] bm1 > Finished [z]", null },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_chart_of_the_catalogue_runs_as_recorded(
        string id, string arrows, string waiting, string inputs, string counter, string? token)
    {
        foreach (var mode in new[] { FlowchartMode.Counter, FlowchartMode.Token })
        {
            var chart = Chart.Of(arrows).Waiting(Words(waiting));
            foreach (var decision in Words(inputs).Where(word => word.Contains('=', StringComparison.Ordinal)))
                chart.Decision(decision.Split('=')[0], decision.EndsWith("true", StringComparison.Ordinal));

            Scenario.Tell(chart, Scenario.Upstream(mode), waiting.Length > 0 ? inputs : "")
                .ShouldBe(mode == FlowchartMode.Counter ? counter : token ?? counter, id);
        }
    }

    /// <summary>C38 to C40: the line orders in counter mode; in token mode a dead branch hangs a join that waits for all (trap 5).</summary>
    [Theory]
    [InlineData(false, "WaitAll", "Finished [st,A,B,C,D,F]")]
    [InlineData(false, "WaitAllActive", "Finished [st,A,B,C,D,E,F]")]
    [InlineData(false, "WaitAny", "Finished [st,A,B,C,D,E,F]")]
    [InlineData(true, "WaitAll", "Finished [st,A,B,C,E,F]")]
    [InlineData(true, "WaitAllActive", "Finished [st,A,B,C,E,F]")]
    [InlineData(true, "WaitAny", "Finished [st,A,B,C,E,F]")]
    public void A_join_behind_a_decision_keeps_the_order_of_lines(bool decision, string mode, string expected) =>
        Scenario.Tell(Chart.Of(Joined).Decision("d", decision).Join("j", mode), Scenario.Upstream(FlowchartMode.Counter), "").ShouldBe(expected);

    [Theory]
    [InlineData(FlowchartMode.Counter, "Finished [a,z]")]
    [InlineData(FlowchartMode.Token, "Finished [a,a,z,z]")]
    public void Two_outcomes_to_one_target_run_it_once_or_twice(FlowchartMode mode, string expected) =>
        Scenario.Tell(Chart.Of("x:X>a, x:Y>a, a>z").With(Script("x", "setOutcomes(['X', 'Y'])")), Scenario.Upstream(mode), "").ShouldBe(expected);

    [Theory]
    [InlineData(FlowchartMode.Counter)]
    [InlineData(FlowchartMode.Token)]
    public void A_join_completes_once(FlowchartMode mode)
    {
        var scenario = Scenario.Start(Chart.Of("s>a, s>b, a>j, b>j, j>z").Join("j", "WaitAll"), Scenario.Upstream(mode));

        scenario.Journal.Count(line => line == "j.Completed").ShouldBe(1);
        scenario.ToString().ShouldBe("Finished [s,a,b,z]");
    }

    [Theory]
    [InlineData(FlowchartMode.Counter)]
    [InlineData(FlowchartMode.Token)]
    public void A_join_inside_a_parallel_loop_completes_once_per_pass_and_the_loop_once(FlowchartMode mode)
    {
        var body = Chart.Of("s>a, s>b, a>j, b>j, j>z").Join("j", "WaitAll").Root();
        body["id"] = "body";
        var loop = Chart.Activity("Elsa.ParallelForEach", "l", ("items", Chart.Script("['x', 'y']")), ("body", body));

        var scenario = Scenario.Start(Chart.Of("l>after").With(loop), Scenario.Upstream(mode));

        scenario.Journal.Count(line => line == "j.Completed").ShouldBe(2);
        scenario.Journal.Count(line => line == "l.Completed").ShouldBe(1);
        scenario.State.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public void Nested_charts_run_in_order()
    {
        var inner = Chart.Of("i1>i2").Root();
        inner["id"] = "g";

        foreach (var mode in new[] { FlowchartMode.Counter, FlowchartMode.Token })
            Scenario.Tell(Chart.Of("o1>g, g>o2").With(inner.DeepClone().AsObject()), Scenario.Upstream(mode), "")
                .ShouldBe("Finished [o1,i1,i2,o2]");
    }

    [Fact]
    public void If_has_no_outcomes_of_its_own()
    {
        var choice = Chart.Activity("Elsa.If", "i", ("condition", Chart.Literal(true)), ("then", Chart.Line("t")), ("else", Chart.Line("e")));

        Scenario.Tell(Chart.Of("i:True>x, i>z").With(choice), Scenario.Upstream(FlowchartMode.Token), "").ShouldBe("Finished [t,z]");
    }

    [Fact]
    public void A_start_activity_beats_the_first_root_and_a_marked_step_too()
    {
        Scenario.Tell(Chart.Of("a>c, s>c").With(Chart.Activity("Elsa.Start", "s")), Scenario.Upstream(FlowchartMode.Token), "").ShouldBe("Finished [c]");
        var marked = Chart.Line("b");
        marked["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };
        Scenario.Tell(Chart.Of("a>c, b>c").With(marked), Scenario.Upstream(FlowchartMode.Token), "").ShouldBe("Finished [b,c]");
    }

    [Fact]
    public void An_arrow_without_a_port_follows_the_default_outcome_only()
    {
        var json = JsonNode.Parse(Chart.Of("a>b").Json())!.AsObject();
        json["root"]!["connections"]![0]!["source"]!.AsObject().Remove("port");
        Scenario.Start(json.ToJsonString()).ToString().ShouldBe("Finished [a,b]");

        var chosen = JsonNode.Parse(Chart.Of("x>b").With(Script("x", "setOutcome('X')")).Json())!.AsObject();
        chosen["root"]!["connections"]![0]!["source"]!.AsObject().Remove("port");
        Scenario.Start(chosen.ToJsonString()).ToString().ShouldBe("Finished []");
    }

    [Fact]
    public void A_decision_without_a_condition_is_false() =>
        Scenario.Tell(
            Chart.Of("d:True>t, d:False>f").With(Chart.Activity("Elsa.FlowDecision", "d")), Scenario.Upstream(FlowchartMode.Token), "")
            .ShouldBe("Finished [f]");

    [Fact]
    public void A_flow_switch_takes_matching_labels_else_Default_and_never_Done()
    {
        foreach (var (a, b, mode, expected) in new[]
            { (true, true, "MatchFirst", "[a]"), (true, true, "MatchAny", "[a,b]"), (false, false, "MatchFirst", "[x]") })
        {
            var cases = new JsonArray(Case("A", a), Case("B", b));
            var choice = Chart.Activity("Elsa.FlowSwitch", "w", ("cases", cases), ("mode", Chart.Literal(mode)));
            Scenario.Tell(Chart.Of("w:A>a, w:B>b, w:Default>x, w>n").With(choice), Scenario.Upstream(FlowchartMode.Token), "")
                .ShouldBe($"Finished {expected}");
        }
    }

    [Fact]
    public void A_fork_takes_all_its_branches_and_Done_when_it_has_none()
    {
        var fork = Chart.Activity("Elsa.FlowFork", "k", ("branches", Chart.Literal("[\"L\",\"R\"]")));
        Scenario.Tell(Chart.Of("k:L>l, k:R>r, k>n").With(fork), Scenario.Upstream(FlowchartMode.Token), "").ShouldBe("Finished [l,r]");
        Scenario.Tell(Chart.Of("k>n").With(Chart.Activity("Elsa.FlowFork", "k")), Scenario.Upstream(FlowchartMode.Token), "").ShouldBe("Finished [n]");
    }

    private static JsonObject Case(string label, bool value) => new()
    {
        ["label"] = label,
        ["condition"] = new JsonObject { ["type"] = "Literal", ["value"] = value },
    };

    private static JsonObject Script(string id, string source) =>
        Chart.Activity("Elsa.RunJavaScript", id, ("script", Chart.Literal(source)));

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
