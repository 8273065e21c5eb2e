using System.Text.Json.Nodes;
using JsExpressions;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Engine;
using WorkflowHost.Features.Shared.Languages;
using WorkflowHost.Features.Workflows.Descriptors;
using WorkflowHost.Features.Workflows.Wire;

namespace WorkflowHost.Features.Workflows.Definitions;

/// <summary>All that keeps a definition from being published, in words for the person at the designer.</summary>
public sealed class PublicationCheck(WorkDb db, ContentPublishing content, Toolbox toolbox, TimeProvider time)
{
    public async Task<IReadOnlyList<string>> ProblemsOfAsync(StoredDefinition version, CancellationToken ct)
    {
        var problems = new List<string>();
        var isTaken = await db.Definitions.AnyAsync(
            d => d.IsLatest && d.DefinitionId != version.DefinitionId && d.Name == version.Name, ct);
        if (isTaken)
            problems.Add($"Otro proceso ya se llama «{version.Name}».");
        try
        {
            var definition = WorkflowDefinition.Parse(version.Json);
            problems.AddRange(OfContent(definition));
            problems.AddRange(OfTriggers(definition));
            foreach (var activity in ActivityTree.All(definition.Root))
                problems.AddRange(OfActivity(activity).Select(problem => $"«{NameOf(activity)}»: {problem}"));
        }
        catch (WorkflowDefinitionException e)
        {
            problems.Add(e.Message);
        }

        return [.. problems.Distinct()];
    }

    /// <summary>What does not keep it from being published but should be looked at.</summary>
    public IReadOnlyList<string> WarningsOf(StoredDefinition version) => [.. OfContent(WorkflowDefinition.Parse(version.Json), warnings: true).Distinct()];

    private IEnumerable<string> OfContent(WorkflowDefinition definition, bool warnings = false)
    {
        var activities = DefinitionActivities.All(definition.Root).ToList();
        return content.CheckWorkflow(definition).Where(m => m.IsWarning == warnings)
            .Select(m => $"«{Place(m.Path, activities)}»: {MistakeWords.Of(m)}");
    }

    // A path is a JSON path or a node id; a person knows activities by what stands on their boxes.
    private static string Place(string path, List<(string Path, JsonObject Activity)> activities)
    {
        var (_, activity) = activities
            .Where(a => path.StartsWith(a.Path, StringComparison.Ordinal) || path == a.Activity.Text("nodeId"))
            .OrderByDescending(a => a.Path.Length).FirstOrDefault();
        return activity is null ? path : NameOf(activity);
    }

    // A trigger whose inputs give no payload would be published and then never start anything.
    private IEnumerable<string> OfTriggers(WorkflowDefinition definition)
    {
        var indexed = CompiledWorkflow.Compile(definition, toolbox.Registry).Triggers(time.GetUtcNow())
            .Where(t => t.Payload is not { Count: > 0 } payload || payload.Any(p => p.Value?.ToString() is { Length: > 0 }))
            .Select(t => t.ActivityId).ToHashSet(StringComparer.Ordinal);
        return ActivityTree.All(definition.Root)
            .Where(a => (a["customProperties"] as JsonObject).Flag("canStartWorkflow") == true && !indexed.Contains(a.Text("id") ?? ""))
            .Where(a => toolbox.Find(a.Text("type") ?? "", a.Number("version") ?? 1)?.Kind == ActivityKind.Trigger)
            .Select(a => $"«{NameOf(a)}»: Está marcada para iniciar el proceso, pero le falta un dato para hacerlo.");
    }

    private IEnumerable<string> OfActivity(JsonObject activity)
    {
        if (activity.Text("type") == UnknownActivities.TypeName
            || toolbox.Find(activity.Text("type") ?? "", activity.Number("version") ?? 1) is null)
        {
            yield return "Este tipo de actividad no existe en este programa.";
        }

        foreach (var script in ScriptsOf(activity))
        {
            if (!JsScript.TryParse(script, JsGoal.Body, out _, out var error))
                yield return $"El JavaScript «{Shorten(script)}» no se entiende (línea {error.Line}, columna {error.Column}): {error.Message}";
        }
    }

    // Inputs hold an expression; the cases of a switch hold it one level deeper, as their condition.
    private static IEnumerable<string> ScriptsOf(JsonNode? node) => node switch
    {
        JsonObject value when value.Text("type") == "JavaScript" && value.Text("value") is { } script => [script],
        JsonObject value => value.Where(p => p.Key is not ("metadata" or "customProperties") && !ActivityJson.IsActivity(p.Value))
            .SelectMany(p => ScriptsOf(p.Value)),
        JsonArray list => list.Where(i => !ActivityJson.IsActivity(i)).SelectMany(ScriptsOf),
        _ => [],
    };

    private static string Shorten(string script) => script.Length <= 40 ? script : script[..39] + "…";

    private static string NameOf(JsonObject activity) =>
        (activity["metadata"] as JsonObject).Text("displayText") ?? activity.Text("name") ?? activity.Text("id") ?? "?";
}
