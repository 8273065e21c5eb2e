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

    // Lists whose order form.io does not promise are compared without it.
    private static string? Judge(JsonObject line)
    {
        if (Answer(line)["actual"] is not JsonObject actual)
            return "not processed";
        foreach (var (name, expected) in line["expected"]!.AsObject())
        {
            if (name == "exception" || !actual.ContainsKey(name))
                continue;
            var unordered = name is "hiddenPaths" or "clearedPaths";
            if (JsonDifference.Find(name, Sorted(expected, unordered), Sorted(actual[name], unordered)) is { } difference)
                return difference;
        }

        return null;
    }

    private static JsonNode? Sorted(JsonNode? node, bool sort) => sort && node is JsonArray texts
        ? new JsonArray([.. texts.Select(text => text?.ToString()).Order(StringComparer.Ordinal).Select(text => JsonValue.Create(text))])
        : node;
}
