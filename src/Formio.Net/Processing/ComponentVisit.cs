using Formio.Forms;
using Formio.Values;

namespace Formio.Processing;

/// <summary>One component at one place of one submission.</summary>
internal sealed class ComponentVisit
{
    public ComponentVisit(CompiledComponent component, ComponentVisit? parent, RowScope row, int? dataIndex, SubmissionPass pass)
    {
        if (pass.Context.OnlyValidate && component.Original is { } original) component = component.With(original);
        Component = Compiled = component;
        Pass = pass;
        Parent = parent;
        Row = row;
        DataIndex = dataIndex;
        DataPath = row.PathOf(component.HasData ? component.DataKey : "");
        Path = component.Model == ModelType.None ? component.Paths.FullPath : DataPath;
        State = pass.StateOf(Path);
        HasPlace = ReferenceEquals(row, RowScope.Top) || row.Find(pass.Data).IsContainer;
    }

    /// <summary>The component as the form has it.</summary>
    public CompiledComponent Compiled { get; }

    /// <summary>The component as logic left it.</summary>
    public CompiledComponent Component { get; set; }

    public SubmissionPass Pass { get; }

    public ComponentVisit? Parent { get; }

    /// <summary>Where the value lies.</summary>
    public RowScope Row { get; }

    /// <summary>
    /// Whether there was something to hold the value when the component was reached. form.io shows formulas the row of that
    /// moment, even when a default has made one since.
    /// </summary>
    public bool HasPlace { get; }

    /// <summary>Row of the nearest grid around, null outside grids and for a grid that has been walked.</summary>
    public int? DataIndex { get; set; }

    /// <summary>For a grid: the row being walked.</summary>
    public int? RowIndex { get; set; }

    public string DataPath { get; }

    /// <summary>The data path from the nearest sub-form.</summary>
    public string LocalDataPath
    {
        get
        {
            var subForm = Component.Root.SubForm;
            if (subForm is null) return DataPath;
            for (var visit = Parent; visit is not null; visit = visit.Parent)
            {
                if (visit.Component.Id == subForm.Id) return DataPath[Math.Min(DataPath.Length, visit.DataPath.Length + ".data.".Length)..];
            }

            return DataPath;
        }
    }

    /// <summary>The path under which errors and states are reported: data path, or form path of layout.</summary>
    public string Path { get; }

    public PathState State { get; }

    /// <summary>form.io's <c>component.scope</c>: unset until a condition or a hidden parent says something.</summary>
    public bool? IsConditionallyHidden { get; set; }

    /// <summary>
    /// What is noted for the path. Components that share a key share the note in form.io, so that a hidden one hides its
    /// visible twin; here each has its own (docs/quirks.md).
    /// </summary>
    public bool? IsHiddenByState => Component.Twins.Count == 0 ? State.IsConditionallyHidden : IsConditionallyHidden;

    public bool IsIntentionallyHidden { get; set; }

    public DataValue Value(SubmissionPass pass) =>
        Component.HasData ? Row.Get(pass.Data, Component.DataKeyParts) : DataValue.Undefined;

    public void SetValue(SubmissionPass pass, DataValue value)
    {
        if (Component.HasData) Row.Set(pass.Data, Component.DataKeyParts, value);
    }

    /// <summary>The data of the nearest sub-form, or the whole data.</summary>
    public DataValue RootData(SubmissionPass pass)
    {
        var subForm = Component.Root.SubForm;
        if (subForm is null) return pass.Data;
        for (var visit = Parent; visit is not null; visit = visit.Parent)
        {
            if (visit.Component.Id == subForm.Id) return Values.DataPath.Member(visit.Value(pass), "data");
        }

        return pass.Data;
    }
}
