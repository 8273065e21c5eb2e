using System.CommandLine;
using WorkflowHost.Replay;

namespace WorkflowHost.Commands;

/// <summary><c>replay FILE [--database FILE] [--json] [--people N]</c>.</summary>
internal static class ReplayCommand
{
    public static Command Create()
    {
        var scenario = new Argument<FileInfo>("scenario") { Description = "Scenario file." };
        var database = new Option<FileInfo?>("--database") { Description = "SQLite file; a replay that was interrupted goes on in it." };
        var json = new Option<bool>("--json") { Description = "Write the result as JSON; progress goes to the error stream." };
        var people = new Option<int?>("--people") { Description = "Size of the population instead of the scenario's." };
        var command = new Command("replay", "Drives a synthetic wave through the published workflows under a virtual clock.")
        {
            scenario, database, json, people,
        };
        command.SetAction((parsed, ct) => ReplayCommandRun.RunAsync(
            new ReplayRequest(
                parsed.GetRequiredValue(scenario).FullName,
                parsed.GetValue(database)?.FullName,
                parsed.GetValue(people),
                parsed.GetValue(json)),
            Console.Out,
            Console.Error,
            ct));
        return command;
    }
}
