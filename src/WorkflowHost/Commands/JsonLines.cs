using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowHost.Content;

namespace WorkflowHost.Commands;

/// <summary>One JSON object in, one JSON object out, in order, as soon as each is done.</summary>
internal static class JsonLines
{
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 512 };

    /// <summary>A line that is no JSON object is answered with an error, so that the count of lines stays the same.</summary>
    public static async Task AnswerAsync(
        TextReader input, TextWriter output, Func<JsonObject, JsonObject> answer, CancellationToken ct)
    {
        while (await input.ReadLineAsync(ct) is { } line)
        {
            if (line.Length == 0)
                continue;
            await output.WriteLineAsync(Answer(line, answer).ToJsonString(ContentJson.Options).AsMemory(), ct);
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

    private static JsonObject Answer(string line, Func<JsonObject, JsonObject> answer)
    {
        try
        {
            return JsonNode.Parse(line, documentOptions: Reading) is JsonObject request
                ? answer(request)
                : new JsonObject { ["error"] = Error("line.shape", "A JSON object is expected.") };
        }
        catch (JsonException e)
        {
            return new JsonObject { ["error"] = Error("line.syntax", e.Message) };
        }
    }
}
