using Formio.Forms;
using Formio.Processors;
using Formio.Values;

namespace Formio.Processing;

/// <summary>
/// form.io's order: a component's processors, then its children (per row for grids), then on the way up its output and
/// its validation. Later siblings are untouched when a component is validated.
/// </summary>
internal static class FormWalk
{
    public static void Walk(SubmissionPass pass)
    {
        foreach (var component in pass.Form.Root.Components) Visit(component, null, RowScope.Top, null, pass);
    }

    private static void Visit(
        CompiledComponent component, ComponentVisit? parent, RowScope row, int? dataIndex, SubmissionPass pass)
    {
        var visit = new ComponentVisit(component, parent, row, dataIndex, pass);
        Pipeline.Process(visit, pass);
        component = visit.Component;
        if (component.Children.Count == 0)
        {
            Pipeline.PostProcess(visit, pass);
        }
        else if (ModelTypes.IsRows(component.Model))
        {
            VisitRows(visit, pass);
            Pipeline.PostProcess(visit, pass);
        }
        else if (ModelTypes.IsNested(component.Model) || component.IsTree)
        {
            if (EntersForm(visit, pass)) VisitChildren(visit, component.HasData ? ObjectScope(visit) : row, pass);
            Pipeline.PostProcess(visit, pass);
        }
        else if (!component.HasData && component.Model != ModelType.Content)
        {
            VisitChildren(visit, row, pass);
            Pipeline.PostProcess(visit, pass);
        }
        else
        {
            // A type form.io does not know to be nested: it is finished before its children are looked at.
            Pipeline.PostProcess(visit, pass);
            VisitChildren(visit, component.HasData ? ObjectScope(visit) : row, pass);
        }
    }

    private static RowScope ObjectScope(ComponentVisit visit) => visit.Row.Object(
        visit.Component.DataKey, visit.Component.DataKeyParts, visit.Component.Model == ModelType.DataObject);

    private static void VisitChildren(ComponentVisit visit, RowScope row, SubmissionPass pass)
    {
        foreach (var child in visit.Component.Children) Visit(child, visit, row, visit.DataIndex, pass);
    }

    private static void VisitRows(ComponentVisit visit, SubmissionPass pass)
    {
        if (visit.Value(pass).AsArray is not { Count: > 0 } rows) return;
        var component = visit.Component;
        for (var i = 0; i < rows.Count; i++)
        {
            if (!rows[i].IsTruthy) continue;
            visit.DataIndex = visit.RowIndex = i;
            var row = visit.Row.Row(
                visit.DataPath, component.DataKeyParts, i, component.Model == ModelType.NestedDataArray);
            VisitChildren(visit, row, pass);
        }

        visit.DataIndex = visit.RowIndex = null;
    }

    // A sub-form that only refers to a stored submission, or is hidden and will be cleared, is not looked into.
    private static bool EntersForm(ComponentVisit visit, SubmissionPass pass)
    {
        var component = visit.Component;
        if (component.Model != ModelType.DataObject) return true;
        var value = visit.Value(pass);
        var isReference = DataPath.Member(value, "_id").IsTruthy
            && Emptiness.IsEmptyCollection(DataPath.Member(value, "data"))
            && value.AsObject?.Has("form") != true;
        var isCleared = component.ClearsOnHide && (component.IsHidden || visit.IsConditionallyHidden == true);
        var isAbsentInRow = !value.IsTruthy && visit.DataIndex is not null;
        return !isReference && !(isCleared && !component.ValidatesWhenHidden) && !isAbsentInRow;
    }
}
