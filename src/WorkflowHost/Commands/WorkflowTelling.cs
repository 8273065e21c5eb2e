using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowHost.Activities;
using WorkflowHost.Engine;
using WorkflowHost.Engine.Scenarios;

namespace WorkflowHost.Commands;

/// <summary>Runs one definition in memory, step by step, and tells what happened as a person would read it.</summary>
internal static class WorkflowTelling
{
    /// <summary>Exit code 0 when it could be run, whatever it did; 1 when file, input or steps cannot be read.</summary>
    public static int Run(WorkflowTellingRequest request, TextWriter output)
    {
        try
        {
            var options = request.Profile.Equals("L", StringComparison.OrdinalIgnoreCase) ? EngineOptions.ProfileL : EngineOptions.ProfileS;
            var host = new ScenarioHost(options) { KeepsEvents = true };
            foreach (var activity in OwnActivities.All)
                host.Registry.Add(activity);
            if (request.Children is { } folder)
                foreach (var child in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
                    if (File.ReadAllText(child) is { } text && text.Contains("\"root\"", StringComparison.Ordinal))
                        host.Publish(text);
            var workflow = host.Publish(File.ReadAllText(request.File));
            var journal = new ReadableJournal(host, output);
            foreach (var mistake in WorkflowValidation.Check(workflow))
                output.WriteLine($"! {mistake}");
            var input = Json(request.Input) as JsonObject;
            var instance = journal.Tell("start", () => host.Start(
                workflow, new StartWorkflow { Input = input, CorrelationId = request.CorrelationId }));
            foreach (var step in Json(request.Steps) as JsonArray ?? [])
                journal.Tell(step, instance);
            return 0;
        }
        catch (Exception e) when (e is WorkflowDefinitionException or JsonException or IOException or UnauthorizedAccessException)
        {
            output.WriteLine(e.Message);
            return 1;
        }
    }

    private static JsonNode? Json(string? textOrFile) => textOrFile is null ? null
        : JsonNode.Parse(File.Exists(textOrFile) ? File.ReadAllText(textOrFile) : textOrFile);
}
