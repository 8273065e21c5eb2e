using System.Text.Json.Nodes;
using WorkflowHost.Engine.Tests.Scenarios;

namespace WorkflowHost.Engine.Tests.Catalogue;

/// <summary>Loops, endings and blocking of the contract's catalogue, sections 7.4 to 7.6.</summary>
public sealed class LoopCatalogueTests
{
    [Theory]
    [InlineData(1, 3, 1, true, "1,2,3")]
    [InlineData(1, 3, 1, false, "1,2")]
    [InlineData(3, 0, -1, false, "3,2,1")]
    [InlineData(0, 10, 5, true, "0,5,10")]
    [InlineData(3, 1, 1, true, "")]
    public void For_counts_over_its_range(int start, int end, int step, bool inclusive, string expected)
    {
        var loop = Chart.Activity("Elsa.For", "l",
            ("start", Chart.Literal(start)), ("end", Chart.Literal(end)), ("step", Chart.Literal(step)),
            ("outerBoundInclusive", Chart.Literal(inclusive)), ("body", Say("b", "'' + getVariable('CurrentValue')")));

        Run(Chart.Sequence("r", loop)).ToString().ShouldBe($"Finished [{expected}]");
    }

    [Fact]
    public void For_without_a_body_never_completes() =>
        Run(Chart.Sequence("r", Chart.Activity("Elsa.For", "l", ("end", Chart.Literal(3))), Chart.Line("after"))).ToString().ShouldBe("Suspended []");

    [Fact]
    public void While_asks_before_each_pass_and_faults_with_its_condition()
    {
        var loop = Chart.Activity("Elsa.While", "l", ("condition", Chart.Script("variables.N < 2")),
            ("body", Say("b", "variables.N = variables.N + 1")));
        Run(Chart.Sequence("r", loop, Chart.Line("after")), Chart.Variable("N", "Int32", "0")).ToString().ShouldBe("Finished [1,2,after]");

        var broken = Chart.Activity("Elsa.While", "l", ("condition", Chart.Script("nope.x")), ("body", Chart.Line("b")));
        Run(Chart.Sequence("r", broken)).ToString().ShouldBe("Faulted [] inc1");
    }

    [Theory]
    [InlineData("['x','y']", "Finished [x,y,after]")]
    [InlineData("['x']", "Finished [x,after]")]
    [InlineData("[]", "Finished [after]")]
    [InlineData("null", "Faulted [] inc1")]
    public void ForEach_goes_through_its_items(string items, string expected) =>
        Run(Chart.Sequence("r", Each(items, Say("b", "getVariable('CurrentValue')")), Chart.Line("after"))).ToString().ShouldBe(expected);

    /// <summary>Lists are values here: a script replaces one, and a loop reads it again when its burst begins.</summary>
    [Fact]
    public void ForEach_sees_items_added_while_it_waited()
    {
        var grow = Chart.Sequence("body",
            Say("b", "getVariable('CurrentValue')"),
            Chart.Activity("Test.Wait", "p"),
            Chart.Activity("Elsa.RunJavaScript", "g", ("script", Chart.Literal(
                "if (getVariable('L').length < 3) setVariable('L', getVariable('L').concat(['more']))"))));

        var scenario = Run(Chart.Sequence("r", Each("getVariable('L')", grow)), Chart.Variable("L", "List<Object>", "[\"one\"]"));

        scenario.ToString().ShouldBe("Suspended [one] bm1");
        scenario.Resume("p").ToString().ShouldBe("Suspended [more] bm1");
        scenario.Resume("p").ToString().ShouldBe("Suspended [more] bm1");
        scenario.Resume("p").ToString().ShouldBe("Finished []");
    }

    [Fact]
    public void A_fault_in_the_body_keeps_the_loop_open_and_counts_upwards()
    {
        var scenario = Run(
            Chart.Sequence("r", Each("[1, 2]", Chart.Activity("Elsa.Fault", "x", ("message", Chart.Literal("no"))))), options: Continue());

        scenario.ToString().ShouldBe("Suspended [] inc1");
        var records = scenario.Instance.Commits[0].ActivityRecords;
        records.Single(record => record.ActivityId == "l").ShouldSatisfyAllConditions(
            record => record.Status.ShouldBe(ActivityStatus.Running),
            record => record.AggregateFaultCount.ShouldBe(1));
    }

    [Fact]
    public void ForEach_keeps_its_place_and_its_item_over_a_wait()
    {
        var body = Chart.Sequence("body", Chart.Activity("Test.Wait", "p"), Say("w", "getVariable('CurrentIndex') + getVariable('CurrentValue')"));
        var scenario = Run(Chart.Sequence("r", Each("['x', 'y']", body), Chart.Line("after")));

        scenario.ToString().ShouldBe("Suspended [] bm1");
        scenario.Resume("p").ToString().ShouldBe("Suspended [0x] bm1");
        scenario.Resume("p").ToString().ShouldBe("Finished [1y,after]");
    }

    [Fact]
    public void ParallelForEach_starts_all_passes_and_keeps_each_items_place()
    {
        var body = Chart.Sequence("body", Chart.Activity("Test.Wait", "p"), Say("w", "getVariable('CurrentIndex') + getVariable('CurrentValue')"));
        var loop = Chart.Activity("Elsa.ParallelForEach", "l", ("items", Chart.Script("['x', 'y', 'z']")), ("body", body));
        var scenario = Run(Chart.Sequence("r", loop, Chart.Line("after")));

        scenario.ToString().ShouldBe("Suspended [] bm3");
        scenario.Resume("p").ToString().ShouldBe("Suspended [0x] bm2");
        scenario.Resume("p").ToString().ShouldBe("Suspended [1y] bm1");
        scenario.Resume("p").ToString().ShouldBe("Finished [2z,after]");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    public void ParallelForEach_over_nothing_completes(string items) =>
        Run(Chart.Sequence("r", Chart.Activity("Elsa.ParallelForEach", "l", ("items", Chart.Script(items)), ("body", Chart.Line("b"))), Chart.Line("after")))
            .ToString().ShouldBe("Finished [after]");

    [Fact]
    public void Break_leaves_only_the_nearest_loop()
    {
        var inner = Chart.Activity("Elsa.ForEach", "i", ("items", Chart.Script("[1, 2]")),
            ("body", Chart.Sequence("ib", Say("in", "'in'"), Chart.Activity("Elsa.Break", "x"), Chart.Line("never"))));

        Run(Chart.Sequence("r", Each("[1, 2]", Chart.Sequence("ob", inner, Chart.Line("out"))))).ToString().ShouldBe("Finished [in,out,in,out]");
    }

    [Fact]
    public void End_ends_the_sequence_around_it_and_the_parent_goes_on() =>
        Run(Chart.Sequence("r", Chart.Sequence("in", Chart.Line("a"), Chart.Activity("Elsa.End", "e"), Chart.Line("b")), Chart.Line("c")))
            .ToString().ShouldBe("Finished [a,c]");

    [Fact]
    public void Finish_in_a_branch_leaves_nothing_behind()
    {
        var parallel = Chart.Activity("Elsa.Parallel", "k", ("activities", new JsonArray(
            Chart.Activity("Test.Wait", "p"), Chart.Activity("Elsa.Finish", "f"), Chart.Line("never"))));
        var scenario = Run(Chart.Sequence("r", parallel, Chart.Line("after")));

        scenario.ToString().ShouldBe("Finished []");
        scenario.State.Queue.ShouldBeEmpty();
    }

    [Fact]
    public void A_step_whose_precondition_fails_is_not_run_and_the_flow_does_not_finish()
    {
        var scenario = Scenario.Start(
            Chart.Of("n>z").With(Chart.Activity("Test.Never", "n")).Json(), prepare: host => host.Registry.Add(new Never()));

        scenario.ToString().ShouldBe("Suspended []");
        scenario.Journal.ShouldContain("n.Precondition Failed");
    }

    [Theory]
    [InlineData("WaitAll", "p", "Suspended [] bm2 > Suspended [] bm1")]
    [InlineData("WaitAny", "p", "Suspended [] bm2 > Finished [after]")]
    [InlineData("WaitAll", "p q", "Suspended [] bm2 > Suspended [] bm1 > Finished [after]")]
    public void A_classic_fork_goes_on_with_all_or_with_the_first_branch(string mode, string resumes, string expected)
    {
        var fork = Chart.Activity("Elsa.Fork", "k", ("joinMode", mode),
            ("branches", new JsonArray(Chart.Activity("Test.Wait", "p"), Chart.Activity("Test.Wait", "q"))));
        var scenario = Run(Chart.Sequence("r", fork, Chart.Line("after")));
        var told = new List<string> { scenario.ToString() };
        foreach (var id in resumes.Split(' '))
            told.Add(scenario.Resume(id).ToString());

        string.Join(" > ", told).ShouldBe(expected);
    }

    private static EngineOptions Continue() =>
        Scenario.Upstream(FlowchartMode.Token) with { DefaultIncidentStrategy = IncidentStrategy.ContinueWithIncidents };

    private static JsonObject Each(string items, JsonObject body) =>
        Chart.Activity("Elsa.ForEach", "l", ("items", Chart.Script(items)), ("body", body));

    private static JsonObject Say(string id, string script) => Chart.Activity("Elsa.WriteLine", id, ("text", Chart.Script(script)));

    private static Scenario Run(JsonObject root, JsonObject? variable = null, Action<JsonObject>? more = null, EngineOptions? options = null) =>
        Scenario.Start(
            Chart.Definition("loop", root, definition =>
            {
                definition["variables"] = variable is null ? new JsonArray() : new JsonArray(variable);
                more?.Invoke(definition);
            }),
            options ?? Scenario.Upstream(FlowchartMode.Token));

    private sealed class Never : ActivityType
    {
        public override ActivityDescriptor Descriptor { get; } =
            new() { TypeName = "Test.Never", Name = "Never", Category = "Test" };

        public override bool CanExecute(ActivityContext context) => false;

        public override void Execute(ActivityContext context) => throw new InvalidOperationException("must not run");
    }
}
