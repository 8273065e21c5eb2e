using System.Text.Json.Nodes;
using WorkflowHost.Commands;

namespace WorkflowHost.Tests.Commands;

/// <summary><c>workflows run</c> and <c>workflows test</c>.</summary>
public sealed class WorkflowsCommandTests : IDisposable
{
    private const string Definition =
        """{"id":"v1","definitionId":"d","name":"d","version":1,"root":{"id":"r","type":"Elsa.Sequence","version":1,"activities":[{"id":"t","type":"Elsa.RunTask","version":1,"taskName":{"typeName":"String","expression":{"type":"Literal","value":"Approve"}}},{"id":"w","type":"Elsa.WriteLine","version":1,"text":{"typeName":"String","expression":{"type":"JavaScript","value":"'after ' + getInput('n')"}}}]}}""";

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    [Fact]
    public async Task Lines_are_answered_in_order_and_a_bad_one_does_not_end_it()
    {
        var lines = string.Join('\n', Line("a"), "no json", """{"id":"b"}""", """{"id":"c","definition":7,"steps":5}""", Line("d"));
        using var output = new StringWriter();

        await JsonLines.AnswerAsync(new StringReader(lines), output, WorkflowsCommand.Answer, CancellationToken.None);

        var answers = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        answers.Select(answer => (string?)answer["id"]).ShouldBe(["a", null, "b", "c", "d"]);
        answers[0]["actual"]!["bursts"]!.AsArray().Count.ShouldBe(2);
        answers[0]["actual"]!["bursts"]![1]!["status"]!.GetValue<string>().ShouldBe("Finished");
        answers[1]["error"]!["code"]!.GetValue<string>().ShouldBe("line.syntax");
        answers[2]["actual"]!["importException"].ShouldNotBeNull();
    }

    [Fact]
    public void What_is_expected_is_counted_and_what_differs_is_shown()
    {
        var right = JsonNode.Parse(Line("right"))!.AsObject();
        right["expected"] = WorkflowsCommand.Answer(right)["actual"]!.DeepClone();
        var wrong = JsonNode.Parse(Line("wrong"))!.AsObject();
        wrong["expected"] = right["expected"]!.DeepClone();
        wrong["expected"]!["bursts"]![1]!["status"] = "Running";
        var file = Write("lines.jsonl", $"{right.ToJsonString()}\n{wrong.ToJsonString()}\nno json\n");
        using var output = new StringWriter();

        WorkflowVectorTest.Run(file, output).ShouldBe(1);

        var text = output.ToString();
        text.ShouldContain("1 of      3");
        text.ShouldContain("wrong: burst 1/status");
        text.ShouldContain("unreadable");
    }

    [Fact]
    public void A_definition_is_told_in_a_readable_journal()
    {
        var file = Write("d.json", Definition);
        using var output = new StringWriter();

        var request = new WorkflowTellingRequest(
            file, """{"n":4}""", """[{"resume":{"activityId":"t","input":{"n":5}}}]""", null, "S", null);
        WorkflowTelling.Run(request, output).ShouldBe(0);

        var text = output.ToString();
        text.ShouldContain("waits at t (Elsa.RunTask)");
        text.ShouldContain("> after 5");
        text.ShouldContain("= Finished");
        WorkflowTelling.Run(request with { Input = "{" }, output).ShouldBe(1);
        WorkflowTelling.Run(request with { File = Path.Combine(_folder, "none.json") }, output).ShouldBe(1);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Line(string id) => new JsonObject
    {
        ["id"] = id,
        ["area"] = "sequence",
        ["flowchart"] = "token",
        ["definition"] = JsonNode.Parse(Definition),
        ["steps"] = JsonNode.Parse("""[{"resume":{"activityId":"t","taskResult":true}}]"""),
    }.ToJsonString();

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
