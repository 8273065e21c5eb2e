using System.Text.Json.Nodes;
using WorkflowHost.Engine;
using WorkflowHost.Features.Workflows.Descriptors;
using WorkflowHost.Features.Workflows.Wire;

namespace WorkflowHost.Features.Workflows.Definitions;

/// <summary>Refuses a save that would lose work: what Studio sends when its canvas failed to draw.</summary>
public sealed class SaveGuard(Toolbox toolbox)
{
    /// <summary>All reasons to refuse; empty when the save is safe.</summary>
    /// <param name="stored">The root of the version that would be replaced; null for a new definition.</param>
    public IReadOnlyList<string> Check(JsonObject? stored, JsonObject incoming)
    {
        var problems = new List<string>();
        var ids = IdsBelow(stored);
        if (ids.Count > 0)
        {
            var incomingIds = IdsBelow(incoming);
            if (incomingIds.Count == 0)
                problems.Add($"No se guardó: el diagrama llegó vacío y lo guardado tiene {ids.Count} actividades. Recargue la página.");
            else if (ids.Count > 1 && !incomingIds.Overlaps(ids))
                problems.Add($"No se guardó: se perderían las {ids.Count} actividades guardadas. Recargue la página.");
        }

        foreach (var activity in ActivityTree.All(incoming))
            problems.AddRange(BadOutcomes(activity));
        problems.AddRange(ActivityTree.All(incoming).GroupBy(a => a.Text("id")).Where(g => g.Count() > 1)
            .Select(g => $"El identificador de actividad «{g.Key}» está repetido."));
        return problems;
    }

    private static HashSet<string> IdsBelow(JsonObject? root) => root is null
        ? []
        : [.. ActivityJson.Children(root).Select(c => c.Activity.Text("id") ?? "")];

    // A null is mended silently (it is what a fresh activity has); text that a person wrote is not thrown away.
    private IEnumerable<string> BadOutcomes(JsonObject activity)
    {
        var descriptor = toolbox.Find(activity.Text("type") ?? "", activity.Number("version") ?? 1);
        foreach (var input in descriptor?.Inputs ?? [])
        {
            if (input.UiHint == "dynamic-outcomes"
                && activity[ActivityJson.Camelize(input.Name)] is JsonObject wrapped
                && wrapped["expression"]?["value"] is { } value
                && !DefinitionRepair.IsListOfTexts(value))
            {
                yield return $"«{activity.Text("name") ?? activity.Text("id")}»: «{input.DisplayName ?? input.Name}» "
                             + "debe ser una lista de textos, no una expresión.";
            }
        }
    }
}
