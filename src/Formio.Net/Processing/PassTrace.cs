using Formio.Values;

namespace Formio.Processing;

/// <summary>Collects what the processors did; written out as JSON only at the end.</summary>
internal sealed class PassTrace
{
    private readonly List<(string Path, DataValue Value)> _defaults = [];
    private readonly List<(string Path, string FormPath, string Property, DataValue Value)> _changes = [];
    private List<(string Path, DataValue Value)>? _calculated;

    public void CalculationTried() => _calculated ??= [];

    public void Calculated(string path, DataValue value) => (_calculated ??= []).Add((path, value));

    public void DefaultValue(string path, DataValue value) => _defaults.Add((path, value));

    public void Changed(ComponentVisit visit, string property, DataValue value) =>
        _changes.Add((visit.Path, visit.Component.Paths.FullPath, property, value));

    public SubmissionTrace Report(List<PathState> conditionals) => new()
    {
        Conditionals = [.. conditionals.Select(state => KeyValuePair.Create(state.Path, state.IsConditionallyHidden == true))],
        Calculated = _calculated is null ? null : Values(_calculated),
        DefaultValues = Values(_defaults),
        ComponentChanges =
        [
            .. _changes.Select(
                change => new ComponentChange(change.Path, change.FormPath, change.Property, DataWriter.ToNode(change.Value))),
        ],
    };

    private static IReadOnlyList<TracedValue> Values(List<(string Path, DataValue Value)> done) =>
        [.. done.Select(one => new TracedValue(one.Path, DataWriter.ToNode(one.Value), one.Value.IsUndefined))];
}
