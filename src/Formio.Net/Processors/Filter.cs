using Formio.Forms;
using Formio.Processing;
using Formio.Values;

namespace Formio.Processors;

/// <summary>Lets through what the form knows: marks on the way down, copies marked values on the way up.</summary>
internal static class Filter
{
    public static void Mark(ComponentVisit visit, SubmissionPass pass)
    {
        if (!visit.Value(pass).IsUndefined) visit.State.IsMarked = true;
    }

    public static void Build(ComponentVisit visit, SubmissionPass pass)
    {
        var component = visit.Component;
        var value = visit.Value(pass);
        if (value.IsUndefined || !visit.State.IsMarked)
        {
            // A number that did not pass is null for the rules and absent from the result.
            if (component.Type == "number") visit.SetValue(pass, DataValue.Null);
            return;
        }

        var row = visit.Row;
        var key = component.DataKeyParts;
        if (component.Type == "address" || !IsRebuilt(component.Model) || IsListForForm(component, value))
        {
            row.Set(pass.Filtered, key, value);
            return;
        }

        var built = row.Get(pass.Filtered, key);
        if (component.Model == ModelType.DataObject)
        {
            var form = value.AsObject ?? new DataObject();
            form["data"] = DataPath.Member(built, "data") is { IsUndefined: false } data ? data : new DataObject();
            visit.SetValue(pass, form);
            row.Set(pass.Filtered, key, form);
        }
        else
        {
            var isNew = built.IsUndefined;
            if (ModelTypes.IsRows(component.Model)) built = WholeRows(value, built, component.Model);
            else if (isNew) built = new DataObject();
            row.Set(pass.Filtered, key, built);

            // Where no child let anything through, the rules still see what was submitted.
            if (!isNew) visit.SetValue(pass, built);
        }
    }

    // A list in place of a sub-form keeps its elements: what form.io adds to it is in no JSON.
    private static bool IsListForForm(CompiledComponent component, DataValue value) =>
        component.Model == ModelType.DataObject && value.AsArray is not null;

    private static bool IsRebuilt(ModelType model) =>
        model is ModelType.DataObject or ModelType.Object || ModelTypes.IsRows(model);

    // What is no row at all (null, 0, a list) leaves a hole, and none at the end.
    // form.io loses or nulls rows of which nothing is left; the browser keeps them, and so do we (docs/quirks.md).
    private static DataValue WholeRows(DataValue value, DataValue built, ModelType model)
    {
        if (value.AsArray is not { } rows) return built.IsUndefined ? new DataArray() : built;
        var whole = new DataArray(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var row = DataPath.Member(built, i.ToString(System.Globalization.CultureInfo.InvariantCulture));
            if (model == ModelType.NestedDataArray && rows[i].AsObject is { } outer)
            {
                var copy = outer.ShallowCopy();
                copy["data"] = DataPath.Member(row, "data") is { IsUndefined: false } data ? data : new DataObject();
                row = copy;
            }

            whole.Add(row.IsUndefined && rows[i].AsObject is not null ? new DataObject() : row);
        }

        return whole.WithoutTrailingHoles();
    }
}
