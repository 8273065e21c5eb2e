using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowHost.Engine.Scenarios;

namespace WorkflowHost.Commands;

/// <summary>Runs a file of workflow lines: how many agree by area and kind, how far the loose members do, the first differences.</summary>
internal sealed class WorkflowVectorTest
{
    private const int DifferencesShown = 20;
    private const int DifferenceLength = 300;

    private readonly SortedDictionary<string, (int Passed, int All)> _counts = new(StringComparer.Ordinal);
    private readonly List<string> _differences = [];
    private int _skipped;

    /// <summary>Exit code 0 when all agree; lines where Elsa itself broke down only have to be survived.</summary>
    public static int Run(string file, TextWriter output)
    {
        var test = new WorkflowVectorTest();
        var number = 0;
        foreach (var text in File.ReadLines(file))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(text))
                test.Judge(text, number);
        }
        test.Print(output);
        return test._differences.Count == 0 ? 0 : 1;
    }

    private void Judge(string text, int number)
    {
        if (Read(text) is not { } json)
        {
            Count("area (unreadable)", "line", number.ToString(CultureInfo.InvariantCulture), "the line is no JSON object");
            return;
        }
        var line = new ScenarioLine(json);
        var name = line.Id.Length > 0 ? line.Id : $"line {number}";
        var kind = line.IsExpression ? $"expression {json["expressionType"]}" : $"workflow {line.Mode}";
        string? difference;
        try
        {
            var actual = line.Run();
            if (line.IsElsaDefect)
            {
                _skipped++;
                return;
            }
            difference = ScenarioComparison.Difference(line, actual);
            foreach (var (member, loose) in ScenarioComparison.Scores(line, actual))
                Add($"also {member}", loose is null);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            difference = $"{e.GetType().Name}: {e.Message}";
        }
        Count($"area {line.Area}", $"kind {kind}", name, difference);
    }

    private static JsonObject? Read(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = 512 }) as JsonObject;
        }
        catch (JsonException)
        {
            return null; // counted as a line that cannot be read
        }
    }

    private void Count(string area, string kind, string name, string? difference)
    {
        foreach (var group in new[] { area, kind, "all" })
            Add(group, difference is null);
        if (difference is not null)
            _differences.Add($"{name}: {(difference.Length > DifferenceLength ? difference[..DifferenceLength] + "…" : difference)}");
    }

    private void Add(string group, bool passed)
    {
        var (before, all) = _counts.GetValueOrDefault(group);
        _counts[group] = (before + (passed ? 1 : 0), all + 1);
    }

    private void Print(TextWriter output)
    {
        foreach (var (group, (passed, all)) in _counts)
            output.WriteLine($"{group,-40} {passed,6} of {all,6}");
        if (_skipped > 0)
            output.WriteLine($"{_skipped} lines in which Elsa itself broke down were run and not compared");
        foreach (var difference in _differences.Take(DifferencesShown))
            output.WriteLine(difference);
        if (_differences.Count > DifferencesShown)
            output.WriteLine($"… and {_differences.Count - DifferencesShown} more");
    }
}
