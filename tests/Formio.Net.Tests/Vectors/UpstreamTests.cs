using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Formio.Tests.Vectors;

public class UpstreamTests
{
    // What these calls need is not in their record: what a mocked address or database answered, a scope that an earlier stage
    // of the deprecated two-stage lists left behind, an instance of the renderer, options of the builder, a whole form.
    private static bool NeedsMock(JsonObject call) =>
        (call["kind"]!.ToString() == "process" ? call["mock"] is not null : AsksMock(call))
        || call["input"]!["scopeIn"] is JsonObject scope && (scope["calculated"] is JsonArray || scope["conditionals"] is JsonArray { Count: > 0 })
        || call["input"]!["form"] is JsonArray
        || call["title"]!.ToString().Contains("instance contains a skipMaskValidation", StringComparison.Ordinal);

    private static bool AsksMock(JsonObject call)
    {
        var component = call["input"]!["component"]!;
        if (call["mock"] is null || call["title"]!.ToString().Contains("synchronously", StringComparison.Ordinal)) return false;
        return call["rule"]!.ToString() switch
        {
            "validateValueProperty" => true,
            "validateUrlSelectValue" => component["validate"]?["select"] is not null,
            _ => component["dataSrc"]?.ToString() == "url" && component["validate"]?["onlyAvailableItems"] is not null,
        };
    }

    [Fact]
    public void Calls_of_form_io_s_own_tests_give_the_same()
    {
        if (Upstream.File() is not { } file) return;
        var calls = File.ReadLines(file).Select(line => JsonNode.Parse(line)!.AsObject()).Where(call => !NeedsMock(call)).ToList();

        var failures = calls.Select(call => (call, Problem: Judge(call))).Where(pair => pair.Problem is not null).ToList();

        var report = new StringBuilder(FormattableString.Invariant($"{calls.Count - failures.Count} of {calls.Count} pass\n"));
        foreach (var (call, problem) in failures)
            report.Append(CultureInfo.InvariantCulture, $"{call["id"]} {call["rule"]} {call["title"]}: {problem}\n");
        if (Environment.GetEnvironmentVariable("FORMIO_VECTOR_REPORT") is { Length: > 0 } folder)
            File.WriteAllText(Path.Combine(folder, "upstream.txt"), report.ToString());
        ((double)(calls.Count - failures.Count) / calls.Count).ShouldBeGreaterThanOrEqualTo(0.98, report.ToString());
    }

    private static string? Judge(JsonObject call)
    {
        try
        {
            return Upstream.Judge(call);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return exception.ToString();
        }
    }
}
