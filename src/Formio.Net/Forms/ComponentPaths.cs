namespace Formio.Forms;

/// <summary>form.io's path families of one component, without row numbers.</summary>
/// <param name="Path">Form path without layout: <c>g.x</c>.</param>
/// <param name="FullPath">Form path with layout keys: <c>g.panel.x</c>.</param>
/// <param name="LocalPath">As <paramref name="Path"/>, from the nearest sub-form.</param>
/// <param name="FullLocalPath">As <paramref name="FullPath"/>, from the nearest sub-form.</param>
/// <param name="Data">Data path with <c>[]</c> for each row: <c>g[].x</c>, <c>child.data.x</c>.</param>
/// <param name="LocalData">As <paramref name="Data"/>, from the nearest sub-form.</param>
internal sealed record ComponentPaths(
    string Path, string FullPath, string LocalPath, string FullLocalPath, string Data, string LocalData)
{
    private static readonly ComponentPaths Top = new("", "", "", "", "", "");

    /// <summary>The paths of a component under a parent (null at the top of the form or sub-form looked at).</summary>
    public static ComponentPaths Of(CompiledComponent component, CompiledComponent? parent, ComponentPaths? parentPaths)
    {
        var above = parentPaths ?? Top;
        var key = component.HasData ? component.DataKey : "";
        var startsForm = parent is null || parent.Model == ModelType.DataObject;
        return new ComponentPaths(
            Join(above.Path, key),
            Join(above.FullPath, component.DataKey),
            startsForm ? key : Join(above.LocalPath, key),
            startsForm ? component.DataKey : Join(above.FullLocalPath, component.DataKey),
            Join(Rows(above.Data, parent), key),
            startsForm ? key : Join(Rows(above.LocalData, parent), key));
    }

    private static string Join(string parent, string key) =>
        parent.Length == 0 ? key : key.Length == 0 ? parent : parent + "." + key;

    private static string Rows(string parentData, CompiledComponent? parent)
    {
        if (parent is null || parentData.Length == 0) return parentData;
        if (ModelTypes.IsRows(parent.Model)) parentData += "[]";
        if (parent.Model is ModelType.DataObject or ModelType.NestedDataArray) parentData += ".data";
        return parentData;
    }
}
