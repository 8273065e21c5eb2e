using System.Text.Json.Nodes;
using WorkflowHost.Commands;

namespace WorkflowHost.Tests.Commands;

public sealed class JsonLinesTests
{
    private const string Form = """{"components":[{"type":"textfield","key":"a","input":true,"validate":{"required":true}}]}""";

    [Theory]
    [InlineData("not json", "line.syntax")]
    [InlineData("[1]", "line.shape")]
    [InlineData("""{"id":1,"form":[]}""", "form.unusable")]
    [InlineData("""{"id":1,"form":{},"config":5}""", "line.unusable")]
    [InlineData("""{"id":1,"form":{},"config":{"server":"yes"}}""", "line.unusable")]
    [InlineData("""{"id":1,"form":{},"env":{"now":"never"}}""", "form.unusable")]
    [InlineData("""{"id":1,"id":2,"form":{}}""", "line.unusable")]
    public async Task A_line_that_cannot_be_used_is_answered_and_the_next_goes_on(string line, string code)
    {
        var answers = await Process(line, Line("x"));

        answers.Count.ShouldBe(2);
        answers[0]["error"]!["code"]!.ToString().ShouldBe(code);
        answers[1]["actual"]!["data"]!["a"]!.ToString().ShouldBe("x");
    }

    [Fact]
    public async Task A_line_of_twenty_megabytes_is_answered()
    {
        var text = new string('x', 20_000_000);

        var answers = await Process(Line(text));

        answers.ShouldHaveSingleItem()["actual"]!["data"]!["a"]!.ToString().Length.ShouldBe(text.Length);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_comes_back_as_it_came()
    {
        const string line = """{"id":"\ud800","form":{"components":[{"type":"textfield","key":"a","input":true}]},"submission":{"data":{"a":"x\udc00"}}}""";

        var written = await Text(line);

        written.ShouldContain("\"id\":\"\\ud800\"");
        written.ShouldContain("\"a\":\"x\\udc00\"");
    }

    [Fact]
    public async Task Each_answer_is_written_before_the_next_line_is_read()
    {
        var written = new StringWriter();
        var lines = new CountingReader(
            ["""{"id":1,"form":{}}""", """{"id":2,"form":{}}"""], () => written.ToString().Split('\n').Length - 1);

        await JsonLines.AnswerAsync(lines, written, FormsCommand.Answer, CancellationToken.None);

        lines.WrittenAtEachRead.ShouldBe([0, 1, 2]);
    }

    private static string Line(string answer) =>
        $"{{\"id\":1,\"form\":{Form},\"submission\":{{\"data\":{{\"a\":\"{answer}\"}}}}}}";

    private static async Task<List<JsonObject>> Process(params string[] lines) =>
        [.. (await Text(lines)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];

    private static async Task<string> Text(params string[] lines)
    {
        var written = new StringWriter { NewLine = "\n" };
        await JsonLines.AnswerAsync(new StringReader(string.Join('\n', lines)), written, FormsCommand.Answer, CancellationToken.None);
        return written.ToString();
    }

    private sealed class CountingReader(string[] lines, Func<int> written) : TextReader
    {
        private int _next;

        public List<int> WrittenAtEachRead { get; } = [];

        public override ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken)
        {
            WrittenAtEachRead.Add(written());
            return ValueTask.FromResult(_next < lines.Length ? lines[_next++] : null);
        }
    }
}
