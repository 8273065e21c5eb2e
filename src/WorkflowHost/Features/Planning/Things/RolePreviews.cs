using System.Text.Json.Nodes;
using WorkflowHost.Activities;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;
using WorkflowHost.Engine;
using WorkflowHost.Features.Shared.Layout;

namespace WorkflowHost.Features.Planning.Things;

/// <summary>Looks at the house with the eyes of a role that may not be published yet.</summary>
public sealed class RolePreviews(PublishedContent content)
{
    public RolePreview Of(JsonObject role)
    {
        HashSet<string> keys = [role["key"]?.ToString() ?? "", .. ThingPage.WordsOf(role["alsoAs"])];
        var permissions = ThingPage.WordsOf(role["permissions"]).ToHashSet(StringComparer.Ordinal);
        var sights = ThingPage.WordsOf(role["sensitivity"])
            .Select(word => Enum.TryParse<Sensitivity>(word, ignoreCase: true, out var sight) ? sight : (Sensitivity?)null)
            .OfType<Sensitivity>().ToHashSet();
        var now = content.Current;
        var starts = now.StartForms
            .Where(start => start.Role is null || keys.Contains(start.Role))
            .Where(start => permissions.Contains(Permissions.StartForms) && now.FindForm(start.Form) is { } form && sights.Contains(form.Sensitivity))
            .Select(start => start.Title);
        var steps = StepsOf(now, keys).ToLookup(found => permissions.Contains(Permissions.WorkTasks) && (found.Sensitivity is not { } needed || sights.Contains(needed)), found => found.Step);
        return new RolePreview(Rooms.For(permissions), [.. starts], [.. steps[true]], [.. steps[false]]);
    }

    private static IEnumerable<(RoleStep Step, Sensitivity? Sensitivity)> StepsOf(ContentSnapshot now, HashSet<string> roles)
    {
        foreach (var workflow in now.Workflows.Values.OrderBy(workflow => workflow.Definition.Name, StringComparer.CurrentCulture))
        {
            foreach (var (_, step) in DefinitionActivities.All(workflow.Definition.Root))
            {
                if (ActivityJson.Text(step, "type") != FormTask.TypeName || DefinitionActivities.Literal(step, "role") is not { } role || !roles.Contains(role))
                    continue;
                var form = DefinitionActivities.Literal(step, "form") is { } key ? now.FindForm(key) : null;
                yield return (
                    new RoleStep(NameOf(step), workflow.Definition.Name ?? workflow.Definition.DefinitionId, $"/studio/workflows/definitions/{workflow.Definition.DefinitionId}/edit"),
                    form?.Sensitivity);
            }
        }
    }

    private static string NameOf(JsonObject step) =>
        (ActivityJson.Member(step, "metadata") is JsonObject metadata ? ActivityJson.Text(metadata, "displayText") : null)
        ?? ActivityJson.Text(step, "name") ?? ActivityJson.Text(step, "id") ?? "";
}
