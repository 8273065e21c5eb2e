using System.CommandLine;
using System.Text.Json.Nodes;
using WorkflowHost.Engine.Scenarios;

namespace WorkflowHost.Commands;

/// <summary>
/// <c>workflows run</c>: conformance lines in, <c>{id, actual}</c> out; with a file, one definition for people. <c>workflows test
/// FILE</c>: counts of what agrees.
/// </summary>
internal static class WorkflowsCommand
{
    public static Command Create() => new("workflows", "Elsa workflow definitions.") { Run(), Test() };

    private static Command Run()
    {
        var file = new Argument<FileInfo?>("file")
        {
            Description = "A definition to run and tell in a readable journal. Without it: JSON lines from standard input to {id, actual}.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var input = new Option<string?>("--input") { Description = "Workflow input as a JSON object, or a file that holds one." };
        var steps = new Option<string?>("--steps")
        {
            Description = "What happens next, as a JSON array of steps ([{\"resume\":{\"activityId\":\"Approve\",\"taskResult\":true}}]), or a file that holds one.",
        };
        var correlation = new Option<string?>("--correlation") { Description = "Correlation id of the instance." };
        var profile = new Option<string>("--profile") { Description = "S (official image, the default) or L (bare library).", DefaultValueFactory = _ => "S" };
        var children = new Option<DirectoryInfo?>("--children") { Description = "Folder with definitions that the workflow starts or uses." };
        var command = new Command("run", "Runs workflows in memory.") { file, input, steps, correlation, profile, children };
        command.SetAction(async (parsed, ct) =>
        {
            if (parsed.GetValue(file) is not { } definition)
            {
                await using var output = JsonLines.StandardOutput();
                await JsonLines.AnswerAsync(JsonLines.StandardInput(), output, Answer, ct);
                return 0;
            }
            return WorkflowTelling.Run(
                new WorkflowTellingRequest(
                    definition.FullName, parsed.GetValue(input), parsed.GetValue(steps), parsed.GetValue(correlation),
                    parsed.GetRequiredValue(profile), parsed.GetValue(children)?.FullName),
                Console.Out);
        });
        return command;
    }

    private static Command Test()
    {
        var file = new Argument<FileInfo>("file") { Description = "JSON lines that also carry 'expected'." };
        var test = new Command("test", "Compares with what is expected and counts by area and kind.") { file };
        test.SetAction(parsed => WorkflowVectorTest.Run(parsed.GetRequiredValue(file).FullName, Console.Out));
        return test;
    }

    /// <summary>Whatever a line holds, it is answered: the count of lines stays the same.</summary>
    internal static JsonObject Answer(JsonObject line)
    {
        var answer = new JsonObject { ["id"] = line["id"]?.DeepClone() };
        try
        {
            answer["actual"] = new ScenarioLine(line).Run();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            answer["error"] = JsonLines.Error("line.unusable", e.Message);
        }
        return answer;
    }
}
