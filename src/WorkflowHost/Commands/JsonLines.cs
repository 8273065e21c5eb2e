using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkflowHost.Commands;

/// <summary>One JSON object in, one JSON object out, in order, as soon as each is done.</summary>
internal static class JsonLines
{
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 512 };

    /// <summary>
    /// A line that is no JSON object, or not the expected one, is answered with an error, so that the count of lines stays
    /// the same; blank lines are passed over.
    /// </summary>
    public static async Task AnswerAsync(
        TextReader input, TextWriter output, Func<JsonObject, JsonObject> answer, CancellationToken ct)
    {
        while (await input.ReadLineAsync(ct) is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            await output.WriteLineAsync(Answer(line, answer).AsMemory(), ct);
            await output.FlushAsync(ct);
        }
    }

    public static TextReader StandardInput() => new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));

    public static TextWriter StandardOutput() => new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));

    public static JsonObject Error(string code, string message, int? line = null, int? column = null)
    {
        var error = new JsonObject { ["code"] = code, ["message"] = message };
        if (line is not null)
            error["line"] = line;
        if (column is not null)
            error["column"] = column;
        return error;
    }

    private static string Answer(string line, Func<JsonObject, JsonObject> answer)
    {
        try
        {
            return JsonLineText.Of(JsonNode.Parse(line, documentOptions: Reading) is JsonObject request
                ? answer(request)
                : new JsonObject { ["error"] = Error("line.shape", "A JSON object is expected.") });
        }
        catch (JsonException e)
        {
            return JsonLineText.Of(new JsonObject { ["error"] = Error("line.syntax", e.Message) });
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            // A member of the wrong type, a name given twice, half a surrogate pair: the next line is another matter.
            return JsonLineText.Of(new JsonObject { ["error"] = Error("line.unusable", e.Message) });
        }
    }
}
