using System.Globalization;
using System.Text;
using Formio.Forms;
using Formio.Processing;
using Formio.Values;

namespace Formio.Conditions;

/// <summary>
/// What a condition's <c>component</c> or <c>when</c> names. Resolved once per form; reading its value in a row walks
/// only the data above that value.
/// </summary>
internal sealed class ComponentReference
{
    private readonly string _text;
    private readonly string? _option;
    private readonly int[] _rows;
    private readonly IReadOnlyList<CompiledComponent> _holders;

    private ComponentReference(
        string text, CompiledComponent? target, string? option, int[] rows, IReadOnlyList<CompiledComponent> holders)
    {
        _text = text;
        Target = target;
        _option = option;
        _rows = rows;
        _holders = holders;
    }

    /// <summary>The component named; null when the form has none such.</summary>
    public CompiledComponent? Target { get; }

    /// <summary>Simple conditions see no other row than the first by number: form.io looks the name up without data.</summary>
    public bool NamesLaterRow => _rows.Any(row => row > 0);

    /// <summary>Best match over data path, full path, path and local paths, then key, as form.io ranks them.</summary>
    public static ComponentReference Resolve(string text, FormNames names)
    {
        var (plain, rows) = SplitRows(text);
        var best = (Rank: int.MaxValue, Component: (CompiledComponent?)null, Option: (string?)null);
        foreach (var (component, paths) in names.Candidates(plain))
        {
            var (path, option) = SplitOption(component, plain);
            var rank = Rank(component, paths, path, rows.Length);
            var replaces = rank < best.Rank || (rank == best.Rank && rank <= 1 && component.HasData);
            if (replaces) best = (rank, component, rank <= 1 ? option : null);
        }

        return new ComponentReference(text, best.Component, best.Option, rows, Holders(best.Component, names));
    }

    /// <summary>The value as it stands now, seen from a component: shared grids are read in its own rows.</summary>
    public DataValue Read(ComponentVisit from, DataValue root)
    {
        if (Target is null) return DataPath.Get(root, _text);
        if (!Target.HasData && _holders.Count == 0) return DataValue.Null;
        var value = root;
        var row = 0;
        foreach (var holder in _holders)
        {
            value = DataPath.Get(value, holder.DataKeyParts);
            if (ModelTypes.IsRows(holder.Model))
            {
                if (value.AsArray is not { } rows) return DataValue.Undefined;
                value = rows[row < _rows.Length ? _rows[row] : RowOf(holder, rows, from)];
                row++;
            }

            if (holder.Model is ModelType.DataObject or ModelType.NestedDataArray) value = DataPath.Member(value, "data");
        }

        // What a layout component is said to hold is the row, the container or the sub-form around it.
        if (!Target.HasData) return value;
        value = DataPath.Get(value, Target.DataKeyParts);
        if (value.AsArray is { Count: > 100 } many) from.Pass.Scripts.CountSteps(many.Count);
        return _option is null ? value : DataPath.Member(value, _option);
    }

    // The row the reader itself is in; from outside, the row with the same number, else the first.
    private static int RowOf(CompiledComponent grid, DataArray rows, ComponentVisit from)
    {
        for (var visit = from; visit is not null; visit = visit.Parent)
        {
            if (visit.Component.Id == grid.Id) return visit.RowIndex ?? 0;
        }

        if (from.DataIndex is { } same && rows[same].IsTruthy) return same;
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].IsTruthy) return i;
        }

        return 0;
    }

    private static int Rank(CompiledComponent component, ComponentPaths paths, string path, int rows)
    {
        if (Matches(paths.Data, path, rows)) return 0;
        if (Matches(paths.LocalData, path, rows)) return 1;
        if (rows > 0) return int.MaxValue;
        if (paths.FullPath == path) return 2;
        if (paths.Path == path) return 3;
        if (paths.FullLocalPath == path) return 4;
        if (paths.LocalPath == path) return 5;
        return component.Key == path ? 6 : int.MaxValue;
    }

    private static bool Matches(string template, string path, int rows) =>
        template.Length > 0
        && CountRows(template) == rows
        && (rows == 0 ? template == path : template.Replace("[]", "", StringComparison.Ordinal) == path);

    private static int CountRows(string template) => template.AsSpan().Count('[');

    private static (string Plain, int[] Rows) SplitRows(string text)
    {
        if (!text.Contains('[', StringComparison.Ordinal)) return (text, []);
        var plain = new StringBuilder();
        var rows = new List<int>();
        for (var i = 0; i < text.Length; i++)
        {
            var close = text[i] == '[' ? text.IndexOf(']', i) : -1;
            if (close > 0 && int.TryParse(text.AsSpan(i + 1, close - i - 1), CultureInfo.InvariantCulture, out var row))
            {
                rows.Add(row);
                i = close;
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        return (plain.ToString(), [.. rows]);
    }

    // "boxes.a" names the box "a" of the selectboxes "boxes".
    private static (string Path, string? Option) SplitOption(CompiledComponent component, string path)
    {
        if (component.Type != "selectboxes") return (path, null);
        var dot = path.LastIndexOf('.');
        return dot > 0 && path.AsSpan(0, dot).EndsWith(component.Key, StringComparison.Ordinal)
            ? (path[..dot], path[(dot + 1)..])
            : (path, null);
    }

    private static List<CompiledComponent> Holders(CompiledComponent? target, FormNames names)
    {
        var holders = new List<CompiledComponent>();
        if (target is null) return holders;
        for (var holder = target.Parent; holder is not null && names.Holds(holder); holder = holder.Parent)
        {
            if (holder.HasData) holders.Insert(0, holder);
        }

        return holders;
    }
}
