using System.Text.Json.Nodes;
using WorkflowHost.Engine.Scenarios;

namespace WorkflowHost.Engine.Tests.Scenarios;

/// <summary>Waiting, starting others, HTTP, retry, cancel: what a host builds on.</summary>
public sealed class RunningTests
{
    [Fact]
    public void A_custom_activity_reads_inputs_sets_outputs_and_goes_on_at_its_outcome()
    {
        var chart = Chart.Of("p:Yes>y, p:No>n").Waiting("p").Var(Chart.Variable("Said", "String"))
            .With(Chart.Activity("Test.Wait", "p", ("answer", new JsonObject { ["typeName"] = "String", ["memoryReference"] = new JsonObject { ["id"] = "Said" } })));

        var scenario = Scenario.Start(chart).Resume("p", "No");

        scenario.ToString().ShouldBe("Finished [n]");
        scenario.State.Variables["Said"]!.GetValue<string>().ShouldBe("No");
    }

    [Fact]
    public void A_resume_with_an_unknown_bookmark_changes_nothing()
    {
        var scenario = Scenario.Start(Chart.Of("p>z").Waiting("p"));

        var commit = scenario.Host.Send(scenario.Instance, new ResumeBookmark("nowhere", null));

        commit.Applied.ShouldBeFalse();
        commit.Journal.ShouldBeEmpty();
        scenario.State.Bookmarks.Count.ShouldBe(1);
    }

    [Fact]
    public void A_finished_instance_stays_as_it_is()
    {
        var scenario = Scenario.Start(Chart.Of("a"));

        scenario.Host.Send(scenario.Instance, new RunAgain()).Applied.ShouldBeFalse();
        scenario.Host.Send(scenario.Instance, new CancelInstance(null)).Applied.ShouldBeFalse();
    }

    [Fact]
    public void A_task_carries_its_name_and_payload_and_takes_the_result()
    {
        var chart = Chart.Of("t>s").Var(Chart.Variable("R")).Var(Chart.Variable("N", "Int32", "3"))
            .With(Chart.Activity("Elsa.RunTask", "t",
                ("taskName", Chart.Literal("Approve")),
                ("payload", Chart.Script("({ n: variables.N })")),
                ("result", new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "R" } })))
            .With(Chart.Activity("Elsa.WriteLine", "s", ("text", Chart.Script("'ok ' + variables.R.by"))));
        var scenario = Scenario.Start(chart);
        var task = scenario.Host.Tasks.Single().Task;
        task.Name.ShouldBe("Approve");
        task.Payload!["n"]!.GetValue<int>().ShouldBe(3);

        var input = new JsonObject { [WorkflowInputKeys.RunTask] = new JsonObject { ["by"] = "Ana" } };
        scenario.Send(new ResumeBookmark(task.BookmarkId, input)).ToString().ShouldBe("Finished [ok Ana]");
    }

    [Fact]
    public void A_delay_waits_until_its_time()
    {
        var scenario = Scenario.Start(Chart.Of("d>z").With(Chart.Activity("Elsa.Delay", "d", ("timeSpan", Chart.Literal("P2DT4H")))));

        scenario.State.Bookmarks.Single().DueAt.ShouldBe(scenario.Host.Now.AddHours(52));
        scenario.Resume("d").ToString().ShouldBe("Finished [z]");
    }

    [Fact]
    public void A_dispatched_workflow_reports_back_to_the_parent_that_waits()
    {
        var child = Chart.Definition("child", Chart.Sequence("r", Chart.Activity("Elsa.SetOutput", "o",
            ("outputName", Chart.Literal("sum")), ("outputValue", Chart.Script("getInput('a') + 1")))));
        var parent = Chart.Definition("parent", Chart.Sequence("r",
            Chart.Activity("Elsa.DispatchWorkflow", "d",
                ("workflowDefinitionId", Chart.Literal("child")),
                ("input", Chart.Script("({ a: 41 })")),
                ("waitForCompletion", Chart.Literal(true)),
                ("result", new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "R" } })),
            Chart.Activity("Elsa.WriteLine", "w", ("text", Chart.Script("variables.R.sum")))),
            definition => definition["variables"] = new JsonArray(Chart.Variable("R")));

        var scenario = Scenario.Start(parent, prepare: host => host.Publish(child));

        scenario.ToString().ShouldBe("Finished [42]");
        scenario.Host.Instances[1].State.ParentInstanceId.ShouldBe(scenario.Instance.Id);
    }

    [Fact]
    public void A_workflow_is_used_as_an_activity_with_input_output_and_outcome()
    {
        var child = Chart.Definition("assess", Chart.Sequence("r",
            Chart.Activity("Elsa.SetOutput", "o", ("outputName", Chart.Literal("Risk")), ("outputValue", Chart.Script("getInput('Age') > 60 ? 'high' : 'low'"))),
            Chart.Activity("Elsa.Complete", "c", ("outcomes", Chart.Script("[getVariable('Risk') === 'high' ? 'Urgent' : 'Normal']")))),
            definition =>
            {
                definition["name"] = "Assess risk";
                definition["options"] = new JsonObject { ["usableAsActivity"] = true };
                definition["inputs"] = new JsonArray(new JsonObject { ["name"] = "Age", ["type"] = "Int32" });
                definition["outputs"] = new JsonArray(new JsonObject { ["name"] = "Risk", ["type"] = "String" });
                definition["outcomes"] = new JsonArray("Urgent", "Normal");
            });
        var chart = Chart.Of("x:Urgent>u, x:Normal>n").Var(Chart.Variable("R")).With(Chart.Activity("AssessRisk", "x",
            ("workflowDefinitionId", "assess"),
            ("age", Chart.Literal(70)),
            ("risk", new JsonObject { ["typeName"] = "String", ["memoryReference"] = new JsonObject { ["id"] = "R" } })));

        var scenario = Scenario.Start(chart.Json(), prepare: host => host.Publish(child));

        scenario.ToString().ShouldBe("Finished [u]");
        scenario.State.Variables["R"]!.GetValue<string>().ShouldBe("high");
    }

    [Fact]
    public void An_http_request_starts_a_workflow_that_answers_it()
    {
        var chart = Chart.Of("h>w")
            .With(Chart.Activity("Elsa.HttpEndpoint", "h",
                ("customProperties", new JsonObject { ["canStartWorkflow"] = true }), ("path", Chart.Literal("/Cases/{id}")), ("supportedMethods", Chart.Literal("[\"GET\"]")),
                ("routeData", new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "Route" } })))
            .With(Chart.Activity("Elsa.WriteHttpResponse", "w", ("statusCode", Chart.Literal("Created")), ("content", Chart.Script("({ case: variables.Route.id })"))))
            .Var(Chart.Variable("Route"));
        var host = new ScenarioHost();
        var workflow = host.Publish(chart.Json());
        var request = new WorkflowHttpRequest { Method = "GET", Path = "/cases/7", RouteData = new JsonObject { ["id"] = "7" } };

        var instance = host.Start(workflow, new StartWorkflow { TriggerActivityId = "h" }, http: request);

        var answer = instance.Commits[0].HttpResponse.ShouldNotBeNull();
        answer.StatusCode.ShouldBe(201);
        answer.ContentType.ShouldBe("application/json");
        answer.Content.ShouldBe("""{"case":"7"}""");
    }

    [Theory]
    [InlineData(200, "ok,done")]
    [InlineData(503, "other,done")]
    [InlineData(null, "down")]
    public void A_request_goes_out_as_an_effect_and_its_answer_resumes(int? status, string expected)
    {
        var chart = Chart.Of("r:200>ok, r:Unmatched status code>other, r:Done>done, r:Failed to connect>down")
            .With(Chart.Activity("Elsa.FlowSendHttpRequest", "r", ("url", Chart.Literal("https://example.org/x")), ("method", Chart.Literal("POST")),
                ("content", Chart.Script("({ a: 1 })")), ("contentType", Chart.Literal("application/json"))));
        var scenario = Scenario.Start(chart);
        var request = scenario.Host.Requests.Single();
        request.Content.ShouldBe("""{"a":1}""");

        var answer = new HttpAnswer { StatusCode = status, FailedToConnect = status is null };
        scenario.Send(new ResumeBookmark(request.BookmarkId, answer.ToInput()));

        scenario.ToString().ShouldBe($"Finished [{expected}]");
    }

    [Fact]
    public void A_loop_without_a_wait_ends_in_an_incident_and_not_in_a_hanging_host()
    {
        var chart = Chart.Of("a>b, b>a");

        var scenario = Scenario.Start(chart, EngineOptions.ProfileS with { MaxActivitiesPerBurst = 500 });

        scenario.State.Incidents.Single().Exception!.Type.ShouldBe("Limit");
    }

    [Fact]
    public void A_script_that_never_ends_becomes_an_incident()
    {
        var chart = Chart.Of("s").With(Chart.Activity("Elsa.RunJavaScript", "s", ("script", Chart.Literal("while (true) {}"))));

        Scenario.Start(chart).State.Incidents.Single().Exception!.Type.ShouldBe("Limit");
    }

    [Fact]
    public void Strict_conversion_faults_where_lenient_conversion_takes_the_default()
    {
        Chart Decides() => Chart.Of("d:True>y, d:False>n").With(Chart.Activity("Elsa.FlowDecision", "d", ("condition", Chart.Script("'maybe'"))));

        Scenario.Start(Decides(), EngineOptions.ProfileS).ToString().ShouldBe("Suspended [] inc1");
        Scenario.Start(Decides(), EngineOptions.ProfileL).ToString().ShouldBe("Finished [n]");
    }

    [Fact]
    public void Variables_with_storage_survive_a_wait_and_others_do_not()
    {
        var chart = Chart.Of("set>p, p>show").Waiting("p")
            .Var(Chart.Variable("Kept", "Int32")).Var(Chart.Variable("Lost", "String", "default", stored: false))
            .With(Chart.Activity("Elsa.RunJavaScript", "set", ("script", Chart.Literal("setVariable('Kept', 7); setVariable('Lost', 'x')"))))
            .With(Chart.Activity("Elsa.WriteLine", "show", ("text", Chart.Script("variables.Kept + ' ' + variables.Lost"))));

        Scenario.Start(chart).Resume("p").ToString().ShouldBe("Finished [7 default]");
    }

    [Fact]
    public void A_state_machine_moves_by_the_first_trigger_that_holds()
    {
        var machine = Chart.Activity("Elsa.StateMachine", "m",
            ("initialState", "Draft"),
            ("states", new JsonArray(
                new JsonObject { ["name"] = "Draft", ["entry"] = Chart.Line("draft"), ["exit"] = Chart.Line("leaving") },
                new JsonObject { ["name"] = "Approved", ["entry"] = Chart.Line("approved") })),
            ("transitions", new JsonArray(
                new JsonObject { ["from"] = "Draft", ["to"] = "Approved", ["trigger"] = Chart.Activity("Test.Wait", "yes"), ["action"] = Chart.Line("acting") },
                new JsonObject { ["from"] = "Draft", ["to"] = "Draft", ["trigger"] = Chart.Activity("Test.Wait", "again") })));

        var scenario = Scenario.Start(Chart.Definition("m", machine));
        scenario.ToString().ShouldBe("Suspended [draft] bm2");

        scenario.Resume("again").ToString().ShouldBe("Suspended [leaving,draft] bm2");
        scenario.Resume("yes").ToString().ShouldBe("Finished [leaving,acting,approved]");
    }

    [Fact]
    public void A_small_waiting_instance_is_small_at_rest()
    {
        var scenario = Scenario.Start(Chart.Of("a>b, b>p").Waiting("p").Var(Chart.Variable("X", "Int32", "5")));

        scenario.Instance.StoredState!.Value.Length.ShouldBeLessThan(1500);
    }

    [Fact]
    public void The_viewer_gets_the_state_in_its_own_shape()
    {
        var state = Scenario.Start(Chart.Of("p").Waiting("p")).State.ToStudioJson();

        state["bookmarks"]!.AsArray().Single()!["callbackMethodName"].ShouldNotBeNull();
        state["activityExecutionContexts"]!.AsArray().Count.ShouldBe(3);
        state["activityExecutionContexts"]!.AsArray()[^1]!.AsObject().ContainsKey("parentContextId").ShouldBeFalse();
        state["status"]!.GetValue<string>().ShouldBe("Running");
    }
}
