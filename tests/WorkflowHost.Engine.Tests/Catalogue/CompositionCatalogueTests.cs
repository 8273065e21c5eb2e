using System.Text.Json.Nodes;
using WorkflowHost.Engine.Scenarios;
using WorkflowHost.Engine.Tests.Scenarios;

namespace WorkflowHost.Engine.Tests.Catalogue;

/// <summary>Workflows inside workflows and events between them: sections 7.5, 7.8 and 7.10 of the contract's catalogue.</summary>
public sealed class CompositionCatalogueTests
{
    [Fact]
    public void Complete_ends_the_workflow_used_as_an_activity_and_no_more()
    {
        var child = Usable("Child", Chart.Sequence("k", Chart.Line("before"), Chart.Activity("Elsa.Complete", "x"), Chart.Line("never")));

        Start(Chart.Sequence("r", Use("Child", "u"), Chart.Line("after")), child).ToString().ShouldBe("Finished [before,after]");
    }

    [Fact]
    public void Complete_in_nested_workflows_ends_only_the_nearest()
    {
        var inner = Usable("Inner", Chart.Sequence("i", Chart.Line("i1"), Chart.Activity("Elsa.Complete", "x"), Chart.Line("never")));
        var outer = Usable("Outer", Chart.Sequence("o", Use("Inner", "n"), Chart.Line("o2")));

        Start(Chart.Sequence("r", Use("Outer", "u"), Chart.Line("after")), inner, outer).ToString().ShouldBe("Finished [i1,o2,after]");
    }

    [Fact]
    public void A_child_sees_its_own_input_when_the_parent_has_one_of_that_name()
    {
        var child = Usable("Child", Say("k", "'Child: ' + getInput('Who') + '/' + getInput('Other')"), definition =>
            definition["inputs"] = Inputs("Who", "Other"));
        var use = Use("Child", "u");
        use["who"] = Chart.Literal("Bar");
        use["other"] = Chart.Script("getInput('Who')");

        Start(Chart.Sequence("r", Say("p", "'Parent: ' + getInput('Who')"), use), new JsonObject { ["Who"] = "Foo" }, child)
            .ToString().ShouldBe("Finished [Parent: Foo,Child: Bar/Foo]");
    }

    [Fact]
    public void A_child_has_no_accessors_for_the_inputs_of_its_parent()
    {
        var child = Usable("Child", Say("k", "typeof getWho"));

        Start(Chart.Sequence("r", Say("p", "getWho()"), Use("Child", "u")), new JsonObject { ["Who"] = "Foo" }, child)
            .ToString().ShouldBe("Finished [Foo,undefined]");
    }

    [Fact]
    public void Outputs_of_a_child_come_back_to_the_parent_and_equal_names_do_not_clash()
    {
        var child = Usable("Child", Chart.Sequence("k", Output("o", "Sum", "getInput('A') + 4")), definition =>
        {
            definition["inputs"] = Inputs("A");
            definition["outputs"] = Inputs("Sum");
        });
        var first = Use("Child", "u1");
        first["a"] = Chart.Literal(5);
        first["sum"] = Bound("X");
        var second = Use("Child", "u2");
        second["a"] = Chart.Script("10");
        second["sum"] = Bound("Y");

        Start(Chart.Sequence("r", first, second, Say("w", "variables.X + '/' + variables.Y")), child).ToString().ShouldBe("Finished [9/14]");
    }

    [Theory]
    [InlineData("Good", "Finished [good]")]
    [InlineData("Bad", "Finished [bad]")]
    public void Outcomes_of_a_child_lead_the_parent(string outcome, string expected)
    {
        var child = Usable("Child", Chart.Sequence("k", Chart.Activity("Elsa.Complete", "x", ("outcomes", Chart.Literal(outcome)))), definition =>
            definition["outcomes"] = new JsonArray("Good", "Bad"));

        Start(Chart.Of("u:Good>good, u:Bad>bad").With(Use("Child", "u")).Root(), child).ToString().ShouldBe(expected);
    }

    [Fact]
    public void A_literal_list_is_one_odd_outcome_and_leads_nowhere()
    {
        var child = Usable("Child", Chart.Sequence("k", Chart.Activity("Elsa.Complete", "x", ("outcomes", Chart.Literal(new JsonArray("Good"))))));

        Start(Chart.Of("u:Good>good").With(Use("Child", "u")).Root(), child).ToString().ShouldBe("Finished []");
    }

    [Fact]
    public void Definitions_nest_three_levels_deep()
    {
        var atom = Usable("Atom", Chart.Sequence("a", Chart.Line("atom")));
        var molecule = Usable("Molecule", Chart.Sequence("m", Use("Atom", "a1"), Use("Atom", "a2"), Use("Atom", "a3")));
        var body = Usable("Body", Chart.Sequence("b", Use("Molecule", "m1"), Use("Molecule", "m2"), Use("Molecule", "m3")));

        Start(Chart.Sequence("r", Use("Body", "x")), atom, molecule, body).Host.Lines.Count.ShouldBe(9);
    }

    [Fact]
    public void A_child_used_as_an_activity_waits_inside_its_parent()
    {
        var child = Usable("Child", Chart.Sequence("k", Chart.Activity("Test.Wait", "p"), Chart.Line("done")));
        var scenario = Start(Chart.Sequence("r", Use("Child", "u"), Chart.Line("after")), child);

        scenario.ToString().ShouldBe("Suspended [] bm1");
        scenario.Host.Instances.Count.ShouldBe(1);
        scenario.Resume("p").ToString().ShouldBe("Finished [done,after]");
    }

    [Fact]
    public void A_version_of_a_child_that_is_not_there_falls_back_to_the_published_one()
    {
        var use = Use("Child", "u");
        use["version"] = 9;

        Start(Chart.Sequence("r", use), Usable("Child", Chart.Line("one"))).ToString().ShouldBe("Finished [one]");
    }

    [Fact]
    public void A_child_that_is_not_published_is_an_unknown_activity() =>
        Start(Chart.Sequence("r", Use("Nobody", "u"))).ToString().ShouldBe("Faulted [] inc1");

    [Fact]
    public void A_dispatched_child_gets_input_parent_and_correlation_and_the_parent_goes_on()
    {
        var child = Chart.Definition("kid", Chart.Sequence("k", Chart.Activity("Test.Wait", "p"), Say("w", "getInput('N')")), definition =>
            definition["inputs"] = new JsonArray(new JsonObject
            {
                ["name"] = "N", ["type"] = "String", ["storageDriverType"] = "WorkflowInstanceStorageDriver",
            }));
        var dispatch = Chart.Activity("Elsa.DispatchWorkflow", "d", ("workflowDefinitionId", Chart.Literal("kid")),
            ("correlationId", Chart.Literal("c-1")), ("input", Chart.Script("({ N: 'n' })")));
        var scenario = Start(Chart.Sequence("r", dispatch, Chart.Line("after")), child);

        scenario.ToString().ShouldBe("Finished [after]");
        var kid = scenario.Host.Instances[1];
        kid.State.CorrelationId.ShouldBe("c-1");
        kid.State.ParentInstanceId.ShouldBe(scenario.Instance.Id);
        scenario.Host.Send(kid, new ResumeBookmark(kid.State.Bookmarks.Single().Id, null));
        kid.State.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        scenario.Host.Lines.Last().ShouldBe("n");
    }

    [Fact]
    public void An_unknown_child_faults() =>
        Start(Chart.Sequence("r", Chart.Activity("Elsa.DispatchWorkflow", "d", ("workflowDefinitionId", Chart.Literal("nowhere")))))
            .ToString().ShouldBe("Faulted [] inc1");

    [Fact]
    public void Bulk_dispatch_gives_each_child_its_item_and_its_correlation_and_waits_for_all()
    {
        var child = Chart.Definition("kid", Chart.Sequence("k", Say("w", "getInput('Item')")));
        var bulk = Chart.Activity("Elsa.BulkDispatchWorkflows", "b", ("workflowDefinitionId", Chart.Literal("kid")),
            ("items", Chart.Script("['x', 'y']")), ("correlationIdFunction", Chart.Script("'c-' + getItem() + args.item")));
        var scenario = Start(Chart.Of("b:Completed>c, b:Done>d").With(bulk).Root(), child);

        scenario.Host.Lines.Order().ShouldBe(["c", "d", "x", "y"]);
        scenario.Host.Instances.Skip(1).Select(kid => kid.State.CorrelationId).ShouldBe(["c-xx", "c-yy"]);
    }

    [Fact]
    public void An_event_starts_a_workflow_at_its_trigger_and_resumes_another_that_waits()
    {
        var host = new ScenarioHost(Scenario.Upstream(FlowchartMode.Token));
        var waiting = host.Start(host.Publish(Chart.Definition("waiting", Chart.Sequence("r", EventAt("e", "E"), Chart.Line("resumed")))));
        host.Publish(Chart.Definition("started", Chart.Of("e1>a, e2>b")
            .With(EventAt("e1", "Other", starts: true)).With(EventAt("e2", "E", starts: true)).Root()));

        host.PublishEvent("E", new JsonObject { ["n"] = 1 });

        host.Lines.Order().ShouldBe(["b", "resumed"]);
        waiting.State.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public void A_correlated_event_finds_only_its_own_and_one_without_correlation_finds_all()
    {
        var host = new ScenarioHost();
        var workflow = host.Publish(Chart.Definition("w", Chart.Sequence("r", EventAt("e", "E"))));
        var a = host.Start(workflow, new StartWorkflow { CorrelationId = "a" });
        var b = host.Start(workflow, new StartWorkflow { CorrelationId = "b" });

        host.PublishEvent("E", null, "a");
        (a.State.SubStatus, b.State.SubStatus).ShouldBe((WorkflowSubStatus.Finished, WorkflowSubStatus.Suspended));
        host.PublishEvent("E", null);
        b.State.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public void An_event_nobody_waited_for_is_kept_for_who_waits_later_until_it_is_too_old()
    {
        foreach (var (minutes, met) in new[] { (59, true), (61, false) })
        {
            var host = new ScenarioHost { KeepsEvents = true };
            var workflow = host.Publish(Chart.Definition("w", Chart.Sequence("r", EventAt("e", "E"), Chart.Line("z"))));

            host.PublishEvent("E", null);
            host.Now += TimeSpan.FromMinutes(minutes);

            host.Start(workflow).State.SubStatus.ShouldBe(met ? WorkflowSubStatus.Finished : WorkflowSubStatus.Suspended);
            host.Start(workflow).State.SubStatus.ShouldBe(WorkflowSubStatus.Suspended, "it is given only once");
        }
    }

    [Theory]
    [InlineData("AllowAlwaysStrategy", "a a b - -")]
    [InlineData("SingletonStrategy", "a")]
    [InlineData("CorrelatedSingletonStrategy", "a b")]
    [InlineData("CorrelationStrategy", "a b")]
    public void Activation_strategies_refuse_what_Elsa_refuses(string strategy, string started)
    {
        var host = new ScenarioHost();
        host.Publish(Chart.Definition("w", Chart.Sequence("r", EventAt("e", "E", starts: true), Chart.Activity("Elsa.RunTask", "t", ("taskName", Chart.Literal("t")))),
            definition => definition["options"] = new JsonObject { ["activationStrategyType"] = strategy }));

        foreach (var correlation in new[] { "a", "a", "b", null, null })
            host.PublishEvent("E", null, correlation);

        string.Join(" ", host.Instances.Select(instance => instance.State.CorrelationId ?? "-")).ShouldBe(started);
    }

    private static JsonObject EventAt(string id, string name, bool starts = false)
    {
        var activity = Chart.Activity("Elsa.Event", id, ("eventName", Chart.Literal(name)));
        activity["customProperties"] = new JsonObject { ["canStartWorkflow"] = starts };
        return activity;
    }

    private static JsonArray Inputs(params string[] names) =>
        [.. names.Select(name => (JsonNode)new JsonObject { ["name"] = name, ["type"] = "Object" })];

    private static JsonObject Bound(string target) =>
        new() { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = target } };

    private static JsonObject Output(string id, string name, string script) =>
        Chart.Activity("Elsa.SetOutput", id, ("outputName", Chart.Literal(name)), ("outputValue", Chart.Script(script)));

    private static JsonObject Say(string id, string script) => Chart.Activity("Elsa.WriteLine", id, ("text", Chart.Script(script)));

    private static JsonObject Use(string name, string id) => Chart.Activity(name, id, ("workflowDefinitionId", name));

    private static string Usable(string name, JsonObject root, Action<JsonObject>? more = null) => Chart.Definition(name, root, definition =>
    {
        definition["options"] = new JsonObject { ["usableAsActivity"] = true };
        more?.Invoke(definition);
    });

    private static Scenario Start(JsonObject root, params string[] children) => Start(root, new JsonObject(), children);

    private static Scenario Start(JsonObject root, JsonObject input, params string[] children) => Scenario.Start(
        Chart.Definition("parent", root, definition =>
        {
            definition["variables"] = new JsonArray(Chart.Variable("X"), Chart.Variable("Y"));
            definition["inputs"] = Inputs([.. input.Select(member => member.Key)]);
        }),
        Scenario.Upstream(FlowchartMode.Token),
        new StartWorkflow { Input = input },
        host =>
        {
            foreach (var child in children)
                host.Publish(child);
        });
}
