using Formio.Forms;
using Formio.Values;

namespace Formio.Processing;

/// <summary>Collects what the processors did; written out as JSON only at the end.</summary>
internal sealed class PassTrace
{
    private readonly List<(string Path, DataValue Value)> _defaults = [];
    private readonly List<(ComponentVisit Visit, string Property, DataValue Value)> _changes = [];
    private List<(string Path, DataValue Value)>? _calculated;

    public void CalculationTried() => _calculated ??= [];

    public void Calculated(string path, DataValue value) => (_calculated ??= []).Add((path, value));

    public void DefaultValue(string path, DataValue value) => _defaults.Add((path, value));

    public void Changed(ComponentVisit visit, string property, DataValue value) =>
        _changes.Add((visit, property, value));

    public SubmissionTrace Report(List<PathState> conditionals) => new()
    {
        Conditionals = [.. conditionals.Select(state => KeyValuePair.Create(state.Path, state.IsConditionallyHidden == true))],
        Calculated = _calculated is null ? null : Values(_calculated),
        DefaultValues = Values(_defaults),
        ComponentChanges = _changes.Count == 0 ? [] : Changes(),
    };

    // A property that came back to what it was has not changed.
    private IReadOnlyList<ComponentChange> Changes() =>
    [
        .. from change in _changes
           group change by (change.Visit, change.Property) into same
           let last = same.Last()
           where !DataEquality.AreEqual(last.Value, Before(last.Visit.Compiled)[last.Property])
           select new ComponentChange(
               last.Visit.Path, last.Visit.Component.Paths.FullPath, last.Property, DataWriter.ToNode(last.Value)),
    ];

    private static DataObject Before(CompiledComponent component) => component.Original ?? component.Json;

    private static IReadOnlyList<TracedValue> Values(List<(string Path, DataValue Value)> done) =>
        [.. done.Select(one => new TracedValue(one.Path, DataWriter.ToNode(one.Value), one.Value.IsUndefined))];
}
