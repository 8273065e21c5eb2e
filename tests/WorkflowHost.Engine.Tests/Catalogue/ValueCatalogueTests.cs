using System.Text.Json.Nodes;
using WorkflowHost.Engine.Tests.Scenarios;

namespace WorkflowHost.Engine.Tests.Catalogue;

/// <summary>Variables, inputs, outputs and expressions of the contract's catalogue, section 7.7, and what records show of them.</summary>
public sealed class ValueCatalogueTests
{
    [Fact]
    public void Variables_go_from_step_to_step_and_from_script_to_script() =>
        Run(Chart.Sequence("r",
                Set("s", "N", Chart.Script("variables.N + 1")), Run("j", "setVariable('N', getVariable('N') * 10); setN(getN() + 1)"), Say("w", "'' + variables.N")),
            Chart.Variable("N", "Int32", "1")).ToString().ShouldBe("Finished [21]");

    [Fact]
    public void The_nearest_scope_wins_for_reading_and_for_writing()
    {
        var inner = Chart.Sequence("in", Say("a", "'in=' + variables.X"), Run("j", "variables.X = 'inner2'"), Say("b", "'in=' + variables.X"));
        inner["variables"] = new JsonArray(Chart.Variable("X", "String", "inner"));

        Run(Chart.Sequence("r", Say("o", "'out=' + variables.X"), inner, Say("p", "'out=' + variables.X")), Chart.Variable("X", "String", "outer"))
            .ToString().ShouldBe("Finished [out=outer,in=inner,in=inner2,out=outer]");
    }

    [Fact]
    public void Unnamed_variables_of_a_container_get_names()
    {
        var inner = Chart.Sequence("in", Say("a", "variables.Variable1 + variables.Variable2"));
        inner["variables"] = new JsonArray(
            new JsonObject { ["typeName"] = "String", ["value"] = "x" }, new JsonObject { ["typeName"] = "String", ["value"] = "y" });

        Run(Chart.Sequence("r", inner)).ToString().ShouldBe("Finished [xy]");
    }

    [Fact]
    public void Setting_an_unknown_variable_faults_and_a_script_makes_one()
    {
        Run(Chart.Sequence("r", Set("s", "Nobody", Chart.Literal(1)))).ToString().ShouldBe("Faulted [] inc1");
        Run(Chart.Sequence("r", Run("j", "setVariable('New', 7)"), Say("w", "'' + getVariable('New')"))).ToString().ShouldBe("Finished [7]");
    }

    [Fact]
    public void An_error_in_an_input_is_wrapped_and_names_it()
    {
        var incident = Run(Chart.Sequence("r", Say("w", "nope.x"))).State.Incidents.Single();

        incident.Message.ShouldContain("Text");
        incident.Exception!.Type.ShouldBe("InputEvaluationException");
        incident.Exception.InnerException!.Type.ShouldBe("JavaScriptError");
    }

    [Fact]
    public void An_empty_expression_gives_nothing_and_no_error() =>
        Run(Chart.Sequence("r", Say("w", ""))).ToString().ShouldBe("Finished []");

    [Fact]
    public void A_record_holds_the_evaluated_inputs_of_its_last_execution()
    {
        var wait = Chart.Activity("Elsa.RunTask", "t", ("taskName", Chart.Script("'n' + variables.N++")));
        var scenario = Run(Chart.Sequence("r", wait), Chart.Variable("N", "Int32", "1"));

        Inputs(scenario, 0, "t")["TaskName"]!.GetValue<string>().ShouldBe("n1");
        scenario.Send(new ResumeBookmark(scenario.State.Bookmarks.Single().Id, new JsonObject { [WorkflowInputKeys.RunTask] = 1 }));
        Inputs(scenario, 1, "t")["TaskName"]!.GetValue<string>().ShouldBe("n2");
    }

    [Fact]
    public void An_output_is_read_in_the_same_burst_and_forgotten_after_a_wait()
    {
        var scenario = Run(Chart.Sequence("r",
            Run("j", "return 7"), Say("a", "getOutputFrom('j') + '/' + getLastResult()"),
            Chart.Activity("Test.Wait", "p"), Say("b", "getOutputFrom('j') + '/' + getResultFromJ()")));

        scenario.ToString().ShouldBe("Suspended [7/7] bm1");
        scenario.Resume("p").ToString().ShouldBe("Finished [null/null]");
    }

    [Fact]
    public void An_output_goes_to_an_output_of_the_workflow_by_its_name()
    {
        var script = Run("j", "return 5");
        script["result"] = Bound("Sum");
        var scenario = Run(Chart.Sequence("r", script), more: definition =>
            definition["outputs"] = new JsonArray(new JsonObject { ["name"] = "Sum", ["type"] = "Int32" }));

        scenario.State.Output["Sum"]!.GetValue<long>().ShouldBe(5);
    }

    [Fact]
    public void An_output_converter_changes_the_destination_and_not_the_record()
    {
        var script = Run("j", "return ['a', 'b']");
        script["result"] = Bound("V");
        script["result"]!["converter"] = new JsonObject { ["id"] = "workflowhost.count" };
        var scenario = Run(Chart.Sequence("r", script), Chart.Variable("V"));

        scenario.State.Variables["V"]!.GetValue<int>().ShouldBe(2);
        Record(scenario, 0, "j").Outputs!["Result"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public void An_unknown_output_converter_faults_and_leaves_the_destination_alone()
    {
        var script = Run("j", "return 1");
        script["result"] = Bound("V");
        script["result"]!["converter"] = new JsonObject { ["id"] = "acme.unknown" };
        var scenario = Run(Chart.Sequence("r", script), Chart.Variable("V", "String", "before"));

        scenario.ToString().ShouldBe("Faulted [] inc1");
        scenario.State.Variables["V"]!.GetValue<string>().ShouldBe("before");
        WorkflowValidation.Check(scenario.Instance.Workflow).Single().ShouldContain("acme.unknown");
    }

    [Theory]
    [InlineData("isNullOrWhiteSpace(' ') + ',' + isNullOrEmpty('') + ',' + isNullOrEmpty('a')", "true,true,false")]
    [InlineData("toJson({a:[1,null]})", "{\"a\":[1,null]}")]
    [InlineData("parseGuid('6F9619FF-8B86-D011-B42D-00C04FC964FF').toString()", "6f9619ff-8b86-d011-b42d-00c04fc964ff")]
    [InlineData("'' + newGuidString().length + getGuidString().length + newGuid().toString().length", "363636")]
    [InlineData("'' + newShortGuid().length + getShortGuid().length", "2222")]
    [InlineData("stringFromBase64(stringToBase64('ñ')) + bytesToString(bytesFromString('é'))", "ñé")]
    [InlineData("bytesToBase64(bytesFromBase64('w7E=')) + streamToBase64(bytesFromString('a'))", "w7E=YQ==")]
    [InlineData("getWorkflowDefinitionId() + getWorkflowDefinitionVersionId() + getWorkflowDefinitionVersion()", "valuesvalues-v11")]
    [InlineData("setCorrelationId('c'); setWorkflowInstanceName('n'); return getCorrelationId() + getWorkflowInstanceName()", "cn")]
    [InlineData("'' + (getWorkflowInstanceId().length > 0)", "true")]
    [InlineData("getInput('In') + getIn()", "xx")]
    [InlineData("Guid.Empty.toString() + Guid.Parse('6f9619ff8b86d011b42d00c04fc964ff').toString().length", "00000000-0000-0000-0000-00000000000036")]
    [InlineData("DateTime.UtcNow.toISOString() + DateTime.Parse('2026-01-02').getUTCDate()", "2026-03-02T08:00:00.000Z2")]
    [InlineData("TimeSpan.FromHours(25) + TimeSpan.Parse('00:01:00')", "1.01:00:0000:01:00")]
    [InlineData("LogPersistenceMode.Include", "Include")]
    [InlineData("[3,1,2].sort().map(x => x * 2).filter(x => x > 2).join()", "4,6")]
    [InlineData("Promise.resolve('p').then(x => x + '!')", "p!")]
    public void Scripts_have_Elsas_functions(string script, string expected) =>
        Run(Chart.Sequence("r", Say("w", script)), more: definition =>
                definition["inputs"] = new JsonArray(new JsonObject { ["name"] = "In", ["type"] = "String" }))
            .Host.Lines.Single().ShouldBe(expected);

    [Fact]
    public void Objects_of_people_may_have_members_that_look_like_a_serialisers()
    {
        var scenario = Run(Chart.Sequence("r",
                Set("s", "J", Chart.Script("({ $id: '1', $ref: 'x', a: [1] })")), Chart.Activity("Test.Wait", "p"),
                Say("w", "variables.J.$id + variables.J.$ref + variables.J.a[0]")),
            Chart.Variable("J", "JsonObject"));

        scenario.Resume("p").ToString().ShouldBe("Finished [1x1]");
    }

    [Fact]
    public void Code_of_other_languages_is_not_run_here()
    {
        var code = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "CSharp", ["value"] = "1" } };

        Run(Chart.Sequence("r", Chart.Activity("Elsa.WriteLine", "w", ("text", code)))).ToString().ShouldBe("Finished []");
        Run(Chart.Sequence("r", Chart.Activity("Elsa.RunCSharp", "c"))).State.Incidents.Single().Exception!.Type.ShouldContain("NotFound");
    }

    [Theory]
    [InlineData("Include", null, true)]
    [InlineData("Exclude", null, false)]
    [InlineData("Exclude", "Include", true)]
    [InlineData(null, "Exclude", false)]
    [InlineData(null, null, true)]
    public void What_a_record_shows_is_the_definitions_choice(string? activity, string? property, bool shown)
    {
        var script = Run("j", "return 5");
        var config = new JsonObject();
        if (activity is not null)
            config["default"] = Mode(activity);
        if (property is not null)
            config["outputs"] = new JsonObject { ["result"] = Mode(property) };
        script["customProperties"] = new JsonObject { ["logPersistenceConfig"] = config };

        (Record(Run(Chart.Sequence("r", script)), 0, "j").Outputs?["Result"] is not null).ShouldBe(shown);
    }

    [Fact]
    public void What_records_show_may_be_an_expression_the_workflows_or_the_hosts_choice()
    {
        var script = Run("j", "return 5");
        script["customProperties"] = new JsonObject
        {
            ["logPersistenceConfig"] = new JsonObject
            {
                ["default"] = new JsonObject
                {
                    ["evaluationMode"] = "Expression",
                    ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "LogPersistenceMode.Exclude" },
                },
            },
        };
        Record(Run(Chart.Sequence("r", script)), 0, "j").ActivityState.ShouldBeEmpty();

        var whole = Run(Chart.Sequence("r", Run("j", "return 5")), more: definition =>
            definition["customProperties"] = new JsonObject { ["logPersistenceMode"] = "Exclude" });
        Record(whole, 0, "j").Outputs.ShouldBeEmpty();

        var host = Scenario.Start(Chart.Of("j").With(Run("j", "return 5")), EngineOptions.ProfileL with { RecordsValues = false });
        Record(host, 0, "j").Outputs.ShouldBeEmpty();
    }

    private static JsonObject Mode(string mode) => new() { ["evaluationMode"] = "Strategy", ["strategyType"] = $"Elsa.Workflows.LogPersistence.{mode}, Elsa" };

    private static JsonObject Inputs(Scenario scenario, int burst, string id) => Record(scenario, burst, id).ActivityState;

    private static ActivityRecord Record(Scenario scenario, int burst, string id) =>
        scenario.Instance.Commits[burst].ActivityRecords.Single(record => record.ActivityId == id);

    private static JsonObject Bound(string target) =>
        new() { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = target } };

    private static JsonObject Set(string id, string variable, JsonObject value) =>
        Chart.Activity("Elsa.SetVariable", id, ("variable", new JsonObject { ["id"] = variable, ["name"] = variable }), ("value", value));

    private static JsonObject Say(string id, string script) => Chart.Activity("Elsa.WriteLine", id, ("text", Chart.Script(script)));

    private static JsonObject Run(string id, string script) => Chart.Activity("Elsa.RunJavaScript", id, ("script", Chart.Literal(script)));

    private static Scenario Run(JsonObject root, JsonObject? variable = null, Action<JsonObject>? more = null) =>
        Scenario.Start(
            Chart.Definition("values", root, definition =>
            {
                definition["variables"] = variable is null ? new JsonArray() : new JsonArray(variable);
                more?.Invoke(definition);
            }),
            Scenario.Upstream(FlowchartMode.Token),
            new StartWorkflow { Input = new JsonObject { ["In"] = "x" } });
}
