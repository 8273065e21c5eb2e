using System.Text.Json.Nodes;
using WorkflowHost.Engine.Tests.Scenarios;

namespace WorkflowHost.Engine.Tests.Catalogue;

/// <summary>Faults, incidents, alterations, background work and commits: section 7.9 of the contract's catalogue.</summary>
public sealed class FaultCatalogueTests
{
    private const string TwoBranches = "s>a1, s>x, a1>b1, x>b2";

    [Fact]
    public void The_fault_strategy_ends_the_instance_and_queued_work_still_runs()
    {
        var scenario = Scenario.Start(Chart.Of(TwoBranches).With(Fault("x")), Scenario.Upstream(FlowchartMode.Token));

        scenario.ToString().ShouldBe("Faulted [s,a1,b1] inc1");
        scenario.State.Status.ShouldBe(WorkflowStatus.Finished);
    }

    [Fact]
    public void Continuing_keeps_the_other_branches_going_and_never_finishes()
    {
        var scenario = Scenario.Start(Chart.Of(TwoBranches).With(Fault("x")).Continue(), Scenario.Upstream(FlowchartMode.Token));

        scenario.ToString().ShouldBe("Suspended [s,a1,b1] inc1");
    }

    [Fact]
    public void A_fault_carries_its_code_category_and_type_and_has_defaults()
    {
        var chart = Chart.Of("x").With(Chart.Activity("Elsa.Fault", "x",
            ("code", Chart.Literal("E1")), ("category", Chart.Literal("Intake")), ("faultType", Chart.Literal("Business")), ("message", Chart.Literal("no bed"))));
        var told = Payload(Scenario.Start(chart));
        var bare = Payload(Scenario.Start(Chart.Of("x").With(Chart.Activity("Elsa.Fault", "x"))));

        (told["Code"]!.ToString(), told["Category"]!.ToString(), told["FaultType"]!.ToString()).ShouldBe(("E1", "Intake", "Business"));
        (bare["Code"]!.ToString(), bare["Category"]!.ToString(), bare["FaultType"]!.ToString()).ShouldBe(("0", "General", "System"));
    }

    [Fact]
    public void A_faulted_child_keeps_its_parallel_open()
    {
        var parallel = Chart.Activity("Elsa.Parallel", "k", ("activities", new JsonArray(Fault("x"), Chart.Line("a"))));
        var scenario = Scenario.Start(Chart.Of("k>after").With(parallel).Continue(), Scenario.Upstream(FlowchartMode.Token));

        scenario.ToString().ShouldBe("Suspended [a] inc1");
    }

    [Theory]
    [InlineData(null, null, true, false)]
    [InlineData("ActivityExecuted", null, true, true)]
    [InlineData("ActivityExecuted", null, false, false)]
    [InlineData("ActivityExecuted", "CommitNever", true, false)]
    [InlineData(null, "CommitAlways", false, true)]
    [InlineData("WorkflowExecuted", "Executing", false, true)]
    [InlineData("WorkflowExecuted", "Executing", true, false)]
    [InlineData("NoSuchThing", "NorThis", true, false)]
    public void A_commit_strategy_is_the_activitys_before_the_workflows(string? workflow, string? activity, bool executed, bool commits) =>
        CommitStrategies.Commits(workflow, activity, executed).ShouldBe(commits);

    [Theory]
    [InlineData(null)]
    [InlineData("WorkflowExecuting")]
    [InlineData("ActivityExecuted")]
    [InlineData("NoSuchThing")]
    public void Whatever_the_commit_strategy_a_burst_is_one_commit(string? strategy)
    {
        var json = JsonNode.Parse(Chart.Of("a>p, p>b").Waiting("p").Json())!.AsObject();
        json["options"] = new JsonObject { ["commitStrategyName"] = strategy };
        var scenario = Scenario.Start(json.ToJsonString());

        scenario.Resume("p").ToString().ShouldBe("Finished [b]");
        scenario.Instance.Commits.Count.ShouldBe(2);
    }

    [Fact]
    public void A_task_that_runs_in_the_background_runs_in_a_burst_of_its_own()
    {
        var child = Chart.Definition("kid", Chart.Sequence("k", Chart.Line("kid")));
        var execute = Chart.Activity("Elsa.ExecuteWorkflow", "x", ("workflowDefinitionId", Chart.Literal("kid")));
        execute["customProperties"] = new JsonObject { ["runAsynchronously"] = true };

        var scenario = Scenario.Start(Chart.Of("x>z").With(execute).Json(), prepare: host => host.Publish(child));

        scenario.ToString().ShouldBe("Finished [kid,z]");
        scenario.Instance.Commits.Count.ShouldBe(2);
        var bookmark = scenario.Instance.Commits[0].BookmarksCreated.Single();
        (bookmark.Name, bookmark.DueAt).ShouldBe(("BackgroundActivity", scenario.Host.Now));
        scenario.Journal.Where(line => line.StartsWith("x.", StringComparison.Ordinal))
            .ShouldBe(["x.Started", "x.Suspended", "x.Resumed", "x.Completed"]);
        scenario.Instance.Commits[1].ActivityRecords.Single(record => record.ActivityId == "x").Outputs!["Result"].ShouldNotBeNull();
    }

    [Fact]
    public void An_action_ignores_the_wish_to_run_in_the_background()
    {
        var line = Chart.Line("a");
        line["customProperties"] = new JsonObject { ["runAsynchronously"] = true };

        Scenario.Start(Chart.Of("a>z").With(line)).ToString().ShouldBe("Finished [a,z]");
    }

    [Fact]
    public void A_retry_by_activity_id_runs_again_and_never_completes_and_by_instance_id_it_does()
    {
        var byId = Flaky();
        byId.Send(new ModifyVariable("Ok", true));
        byId.Send(new ScheduleActivity("flaky")).ToString().ShouldBe("Suspended [c] inc1");

        var byInstance = Flaky();
        byInstance.Send(new ModifyVariable("Ok", true));
        byInstance.Send(new RetryActivity(byInstance.State.Incidents.Single().ActivityInstanceId)).ToString().ShouldBe("Finished [c]");
    }

    [Fact]
    public void A_cancelled_activity_counts_as_skipped_and_the_flow_goes_on()
    {
        var chart = Chart.Of("s>p, s>q, p>c, q>c").Waiting("p", "q");
        var scenario = Scenario.Start(chart, Scenario.Upstream(FlowchartMode.Counter));
        var waiting = scenario.State.Bookmarks.Single(bookmark => bookmark.ActivityId == "p");

        scenario.Send(new CancelActivity(waiting.ActivityInstanceId)).ToString().ShouldBe("Suspended [] bm1");
        scenario.Resume("q").ToString().ShouldBe("Finished [c]");
    }

    [Fact]
    public void A_variable_is_changed_from_outside_converted_and_told()
    {
        var chart = Chart.Of("p>w").Waiting("p").Var(Chart.Variable("N", "Int32", "1"))
            .With(Chart.Activity("Elsa.WriteLine", "w", ("text", Chart.Script("'' + (variables.N + 1)"))));
        var scenario = Scenario.Start(chart);

        scenario.Send(new ModifyVariable("N", "41"));
        scenario.Journal.ShouldContain(line => line.Contains("ModifyVariable", StringComparison.Ordinal));
        scenario.Host.Send(scenario.Instance, new ModifyVariable("Nobody", 1)).Applied.ShouldBeFalse();
        scenario.Resume("p").ToString().ShouldBe("Finished [42]");
    }

    [Fact]
    public void A_request_carries_the_retry_its_definition_names()
    {
        var options = EngineOptions.ProfileS with { HttpRetries = [new HttpRetry("patient") { MaxRetryAttempts = 7 }] };
        Retry(options, new JsonObject { ["mode"] = "Identifier", ["strategyId"] = "patient" })!.MaxRetryAttempts.ShouldBe(7);
        Retry(options, new JsonObject { ["mode"] = "Identifier", ["strategyId"] = "unknown" }).ShouldBeNull();
        var script = new JsonObject { ["type"] = "JavaScript", ["value"] = "({ maxRetryAttempts: 2, delay: '00:00:05', backoffType: 'Constant' })" };
        var own = Retry(options, new JsonObject { ["mode"] = "Expression", ["expression"] = script })!;

        (own.WaitAfter(1), own.WaitAfter(2), own.WaitAfter(3)).ShouldBe((TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5), null));
        new HttpRetry("x").WaitAfter(3).ShouldBe(TimeSpan.FromSeconds(4));
        HttpRetry.Statuses.ShouldBe([408, 409, 429, 500, 502, 503, 504]);
    }

    [Theory]
    [InlineData("Elsa.Delay", "timeSpan", "00:05:00", "2026-03-02T08:05:00Z")]
    [InlineData("Elsa.Timer", "interval", "01:00:00", "2026-03-02T09:00:00Z")]
    [InlineData("Elsa.StartAt", "dateTime", "2026-03-03T00:00:00Z", "2026-03-03T00:00:00Z")]
    [InlineData("Elsa.Cron", "cronExpression", "0 30 9 * * *", "2026-03-02T09:30:00Z")]
    public void Timers_in_the_middle_wait_until_their_time(string type, string input, string value, string due)
    {
        var scenario = Scenario.Start(Chart.Of("t>z").With(Chart.Activity(type, "t", (input, Chart.Literal(value)))));

        scenario.State.Bookmarks.Single().DueAt.ShouldBe(DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture));
        scenario.Resume("t").ToString().ShouldBe("Finished [z]");
    }

    [Fact]
    public void A_bad_cron_expression_may_not_be_published()
    {
        var cron = Chart.Activity("Elsa.Cron", "c", ("cronExpression", Chart.Literal("every day")));
        cron["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };
        var scenario = Scenario.Start(Chart.Of("s>c").With(cron).Json());

        WorkflowValidation.Check(scenario.Instance.Workflow).Single().ShouldContain("every day");
    }

    [Fact]
    public void Inputs_and_outputs_need_names_of_their_own_to_be_published()
    {
        var json = JsonNode.Parse(Chart.Of("a").Json())!.AsObject();
        json["inputs"] = new JsonArray(new JsonObject { ["name"] = "A" }, new JsonObject { ["name"] = "a" });
        json["outputs"] = new JsonArray(new JsonObject { ["name"] = "B" }, new JsonObject { ["name"] = "B" });

        WorkflowValidation.Check(Scenario.Start(json.ToJsonString()).Instance.Workflow).Count.ShouldBe(2);
    }

    [Fact]
    public void Every_built_in_activity_can_be_executed_with_nothing_set()
    {
        foreach (var descriptor in ActivityRegistry.WithBuiltIns().Descriptors.Where(descriptor => descriptor.TypeName != "Elsa.Workflow"))
        {
            var scenario = Scenario.Start(Chart.Of("s>x").With(Chart.Activity(descriptor.TypeName, "x")), EngineOptions.ProfileL);

            scenario.Journal.ShouldContain("x.Started", descriptor.TypeName);
        }
    }

    private static HttpRetry? Retry(EngineOptions options, JsonObject wish)
    {
        var request = Chart.Activity("Elsa.FlowSendHttpRequest", "h", ("url", Chart.Literal("https://example.org/")));
        request["customProperties"] = new JsonObject { ["resilienceStrategy"] = wish };
        return Scenario.Start(Chart.Of("h").With(request), options).Host.Requests.Single().Retry;
    }

    private static JsonObject Payload(Scenario scenario) =>
        scenario.Instance.Commits[0].ActivityRecords.Single(record => record.ActivityId == "x").Payload!;

    private static Scenario Flaky() => Scenario.Start(
        Chart.Of("a>flaky, flaky>c").Var(Chart.Variable("Ok", "Boolean", "false")).Continue()
            .With(Chart.Activity("Elsa.RunJavaScript", "flaky", ("script", Chart.Literal("if (!getVariable('Ok')) throw new Error('not yet')")))),
        Scenario.Upstream(FlowchartMode.Token));

    private static JsonObject Fault(string id) => Chart.Activity("Elsa.Fault", id, ("message", Chart.Literal("no")));
}
