using System.Text.Json.Nodes;
using WorkflowHost.Commands;
using WorkflowHost.Tests.Replay;
using WorkflowHost.Trials;

namespace WorkflowHost.Tests.Trials;

/// <summary>The shipped example cases come out as they have to, and notice when the plan is changed.</summary>
[Collection(ShippedCollection.Name)]
public sealed class ExampleCaseTests(ShippedContent content)
{
    [Fact]
    public async Task The_shipped_example_cases_come_out_as_they_have_to()
    {
        ExampleCases.Of(content.Files).Count.ShouldBeGreaterThanOrEqualTo(5);

        (await content.Examples.CheckAsync(content.Files, CancellationToken.None)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("parejas", "hombres")]
    [InlineData("sin-adulto", "familias")]
    [InlineData("riesgo-respiratorio", "familias")]
    [InlineData("embarazo", "cronicos")]
    [InlineData("familias", "parejas")]
    public async Task A_changed_rule_makes_an_example_case_fail(string rule, string segment)
    {
        var files = new Dictionary<string, string>(content.Files, StringComparer.Ordinal);
        var plan = (JsonObject)JsonNode.Parse(files["workflows/plan.json"])!;
        var changed = plan["assignmentRules"]!.AsArray().Single(one => one!["key"]!.ToString() == rule)!;
        changed["segment"] = segment;
        files["workflows/plan.json"] = plan.ToJsonString();

        var mistakes = await content.Examples.CheckAsync(files, CancellationToken.None);

        mistakes.ShouldNotBeEmpty();
        mistakes.ShouldAllBe(mistake => mistake.Code == "example.differs" && mistake.File.StartsWith("workflows/examples/", StringComparison.Ordinal));
        mistakes[0].Message.ShouldContain("expected");
    }

    [Fact]
    public async Task A_case_that_cannot_go_on_says_at_which_step()
    {
        var files = new Dictionary<string, string>(content.Files, StringComparer.Ordinal);
        var example = (JsonObject)JsonNode.Parse(files["workflows/examples/pareja.json"])!;
        example["steps"]!.AsArray().Add(new JsonObject { ["answer"] = "nacimiento" });
        files.Keys.Where(path => path.StartsWith(ExampleCases.Folder, StringComparison.Ordinal)).ToList().ForEach(path => files.Remove(path));
        files["workflows/examples/pareja.json"] = example.ToJsonString();

        var mistake = (await content.Examples.CheckAsync(files, CancellationToken.None)).ShouldHaveSingleItem();

        mistake.Code.ShouldBe("example.stopped");
        mistake.Path.ShouldBe("$.steps[3]");
        mistake.Message.ShouldContain("nacimiento");
    }

    [Fact]
    public async Task What_is_no_example_case_is_named_by_its_file()
    {
        var files = new Dictionary<string, string>(content.Files.Where(file => !file.Key.StartsWith(ExampleCases.Folder, StringComparison.Ordinal)))
        {
            ["workflows/examples/odd.json"] = """{"title":"odd"}""",
        };

        var mistake = (await content.Examples.CheckAsync(files, CancellationToken.None)).ShouldHaveSingleItem();

        (mistake.Code, mistake.File).ShouldBe(("example.unreadable", "workflows/examples/odd.json"));
    }

    [Fact]
    public void Answers_are_kept_as_what_they_add_to_what_the_form_opened_with()
    {
        var before = (JsonObject)JsonNode.Parse("""{"id":"made anew","rows":[{"id":1,"name":"A"},{"id":2}],"kept":true}""")!;
        var after = (JsonObject)JsonNode.Parse("""{"id":"made anew","rows":[{"id":1,"name":"A","x":5},{"id":2}],"kept":true,"more":"yes"}""")!;
        var later = (JsonObject)JsonNode.Parse("""{"id":"other","rows":[{"id":8,"name":"A"},{"id":9}],"kept":true}""")!;

        var applied = AnswerChange.Apply(later, AnswerChange.Of(before, after));

        applied.ToJsonString().ShouldBe("""{"id":"other","rows":[{"id":8,"name":"A","x":5},{"id":9}],"kept":true,"more":"yes"}""");
    }

    [Fact]
    public async Task The_command_says_how_each_case_comes_out()
    {
        var output = new StringWriter();

        var code = await TryCommand.RunAsync(
            Path.Combine(ScenarioFiles.Root, "workflows"), Path.Combine(ScenarioFiles.Root, "forms"), keep: false, output, CancellationToken.None);

        code.ShouldBe(0, output.ToString());
        output.ToString().ShouldContain("pareja.json: as it has to");
    }
}
