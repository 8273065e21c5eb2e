using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Engine;
using WorkflowHost.Features.Workflows.Wire;

namespace WorkflowHost.Features.Workflows.Definitions;

/// <summary>All that keeps a definition from being published, in words for the person at the designer.</summary>
public sealed class PublicationCheck(WorkDb db, ContentPublishing content)
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
            problems.AddRange(OfContent(WorkflowDefinition.Parse(version.Json)));
        }
        catch (WorkflowDefinitionException e)
        {
            problems.Add(e.Message);
        }

        return [.. problems.Distinct()];
    }

    private IEnumerable<string> OfContent(WorkflowDefinition definition)
    {
        var activities = DefinitionActivities.All(definition.Root).ToList();
        return content.CheckWorkflow(definition).Where(m => !m.IsWarning)
            .Select(m => $"«{Place(m.Path, activities)}»: {PublicationWords.Of(m)}");
    }

    // A path is a JSON path or a node id; a person knows activities by what stands on their boxes.
    private static string Place(string path, List<(string Path, JsonObject Activity)> activities)
    {
        var (_, activity) = activities
            .Where(a => path.StartsWith(a.Path, StringComparison.Ordinal) || path == a.Activity.Text("nodeId"))
            .MaxBy(a => a.Path.Length);
        return (activity?["metadata"] as JsonObject).Text("displayText") ?? activity.Text("name") ?? activity.Text("id") ?? path;
    }
}
