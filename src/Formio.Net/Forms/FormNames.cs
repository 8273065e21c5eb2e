using System.Collections.Frozen;

namespace Formio.Forms;

/// <summary>All components of a form or sub-form in form order, found by any of their paths or by their key.</summary>
internal sealed class FormNames
{
    private readonly List<(CompiledComponent Component, ComponentPaths Paths)> _all = [];
    private readonly Dictionary<string, List<int>> _byName = new(StringComparer.Ordinal);
    private readonly FrozenSet<int> _ids;

    public FormNames(IEnumerable<CompiledComponent> components)
    {
        foreach (var component in components) Add(component, null, null);
        _ids = _all.Select(name => name.Component.Id).ToFrozenSet();
    }

    public bool Holds(CompiledComponent component) => _ids.Contains(component.Id);

    /// <summary>What a path may mean, in form order; a path of selectboxes may go on with the name of a box.</summary>
    public IEnumerable<(CompiledComponent Component, ComponentPaths Paths)> Candidates(string path)
    {
        var found = At(path);
        var dot = path.LastIndexOf('.');
        if (dot > 0 && At(path[..dot]) is { Count: > 0 } boxes) found = [.. found.Concat(boxes).Distinct().Order()];
        return found.Select(place => _all[place]);
    }

    private List<int> At(string name) => _byName.TryGetValue(name, out var places) ? places : [];

    private void Add(CompiledComponent component, CompiledComponent? parent, ComponentPaths? parentPaths)
    {
        var paths = ComponentPaths.Of(component, parent, parentPaths);
        var place = _all.Count;
        _all.Add((component, paths));
        string[] names =
        [
            WithoutRows(paths.Data), WithoutRows(paths.LocalData), paths.FullPath, paths.Path, paths.FullLocalPath,
            paths.LocalPath, component.Key,
        ];
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            if (!_byName.TryGetValue(name, out var places)) _byName[name] = places = [];
            places.Add(place);
        }

        foreach (var child in component.Children) Add(child, component, paths);
    }

    private static string WithoutRows(string path) => path.Replace("[]", "", StringComparison.Ordinal);
}
