using System.Text.Json.Nodes;

namespace Formio.Lint;

/// <summary>Grids without a maximum: a slip of the finger, or a script, can add rows without end.</summary>
internal sealed class UnboundedGrids : ILintCheck
{
    public IEnumerable<FormProblem> Check(FormDefinition definition) =>
        from component in definition.Components
        where component.Type is "datagrid" or "editgrid"
        where !IsBounded(component.Json)
        select new FormProblem(
            component.Path,
            "unbounded-grid",
            $"'{component.Label}' takes any number of rows.",
            "Set a maximum number of rows (validate.maxLength).");

    private static bool IsBounded(JsonObject component) =>
        component["disableAddingRemovingRows"]?.ToString() == "true"
        || (component["validate"] is JsonObject rules && rules["maxLength"]?.ToString() is { Length: > 0 });
}
