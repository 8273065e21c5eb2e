using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Formio;

namespace Benchmarks.Forms;

/// <summary>
/// The intake form of the conformance set, warm and on one thread: checks all results against form.io's, then measures.
/// Written for <c>compare.sh</c>, which runs form.io core beside it; prints one JSON line.
/// </summary>
public static class FormsRun
{
    /// <param name="args">Seconds per round (default 5) and number of rounds (default 5).</param>
    public static void Run(string[] args)
    {
        var seconds = args.Length > 0 ? double.Parse(args[0], CultureInfo.InvariantCulture) : 5;
        var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
        var folder = Path.Combine(AppContext.BaseDirectory, "Forms", "Data");
        var form = CompiledForm.Compile(FormDefinition.Parse(File.ReadAllText(Path.Combine(folder, "form.json"))));
        var submissions = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "submissions.json")))!.AsArray()
            .Select(submission => submission!["data"]!.AsObject()).ToList();
        var context = new SubmissionContext { Language = "en", TimeProvider = new FrozenClock() };
        var processor = new SubmissionProcessor();

        var equal = File.ReadLines(Path.Combine(folder, "expected.jsonl"))
            .Select((line, i) => IsEqual(JsonNode.Parse(line)!, processor.Process(form, submissions[i], context)))
            .Count(same => same);
        Measure(seconds);
        var rates = Enumerable.Range(0, rounds).Select(_ => Measure(seconds)).ToList();

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var data in submissions) processor.Process(form, data, context);
        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / submissions.Count;
        Console.WriteLine(new JsonObject
        {
            ["engine"] = "Formio.Net",
            ["equal"] = $"{equal}/{submissions.Count}",
            ["perCpuSecond"] = new JsonArray([.. rates.Order().Select(rate => (JsonNode)Math.Round(rate))]),
            ["allocatedBytesPerSubmission"] = allocated,
            ["peakMegabytes"] = Process.GetCurrentProcess().PeakWorkingSet64 / 1_048_576,
        }.ToJsonString());

        double Measure(double duration)
        {
            var process = Process.GetCurrentProcess();
            var cpu = process.TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            var count = 0;
            while (watch.Elapsed.TotalSeconds < duration)
            {
                foreach (var data in submissions) processor.Process(form, data, context);
                count += submissions.Count;
            }

            process.Refresh();
            return count / (process.TotalProcessorTime - cpu).TotalSeconds;
        }
    }

    private static bool IsEqual(JsonNode expected, SubmissionResult result) =>
        JsonNode.DeepEquals(expected["data"], result.Data)
        && expected["errors"]!.AsArray().Select(error => $"{error!["path"]} {error["ruleName"]} {error["message"]}")
            .SequenceEqual(result.Errors.Select(error => $"{error.Path} {error.RuleName} {error.Message}"))
        && expected["hiddenPaths"]!.AsArray().Select(path => path!.ToString()).SequenceEqual(result.HiddenPaths);

    private sealed class FrozenClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 3, 15, 10, 0, 0, TimeSpan.Zero);
    }
}
