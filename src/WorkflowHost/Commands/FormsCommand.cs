using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Formio;

namespace WorkflowHost.Commands;

/// <summary><c>forms process</c> and <c>forms test FILE</c>: form.io vectors in, verdicts or a count of what agrees out.</summary>
internal static class FormsCommand
{
    public static Command Create()
    {
        var process = new Command("process", "Processes JSON lines {id, form, submission, ...} from standard input to {id, actual}.");
        process.SetAction(async (_, ct) =>
        {
            await using var output = JsonLines.StandardOutput();
            await JsonLines.AnswerAsync(JsonLines.StandardInput(), output, Answer, ct);
            return 0;
        });
        var file = new Argument<FileInfo>("file") { Description = "JSON lines that also carry 'expected'." };
        var test = new Command("test", "Compares with what is expected and counts by area and tag.") { file };
        test.SetAction(parsed => VectorTest.Run(
            parsed.GetRequiredValue(file).FullName, Judge, ["area", "tag"], Console.Out));
        return new Command("forms", "form.io forms.") { process, test };
    }

    internal static JsonObject Answer(JsonObject line)
    {
        var answer = new JsonObject { ["id"] = line["id"]?.DeepClone() };
        try
        {
            answer["actual"] = FormVector.Run(line);
        }
        catch (Exception e) when (e is FormDefinitionException or JsonException or FormatException or TimeZoneNotFoundException)
        {
            answer["error"] = JsonLines.Error("form.unusable", e.Message);
        }

        return answer;
    }

    // Members that a line leaves out when they are empty must be left out or empty in ours.
    private static string? Judge(JsonObject line)
    {
        if (Answer(line)["actual"] is not JsonObject actual)
            return "not processed";
        var expected = line["expected"]!.AsObject();
        return expected.Select(member => member.Key).Union(actual.Select(member => member.Key))
            .Where(name => name != "exception")
            .Select(name => JsonDifference.Find(name, expected[name], actual[name]))
            .FirstOrDefault(difference => difference is not null);
    }
}
