using Formio.Conditions.Operators;
using Formio.Processing;
using Formio.Values;

namespace Formio.Conditions;

/// <summary><c>{show, conjunction, conditions}</c>. Null when nothing is asked.</summary>
internal sealed class SimpleCondition
{
    private readonly bool _show;
    private readonly bool _any;
    private readonly List<Entry> _entries = [];
    private readonly bool _isEmpty;

    public SimpleCondition(DataObject settings)
    {
        _show = !settings.Has("show") || Shows(settings["show"]);
        _any = settings["conjunction"].AsString == "any";
        var conditions = settings["conditions"].AsArray;
        _isEmpty = conditions is null or { Count: 0 };
        if (conditions is null) return;
        foreach (var condition in conditions.Items)
        {
            if (DataPath.Member(condition, "component") is { IsTruthy: true } component)
            {
                _entries.Add(new Entry(
                    component.ToString(),
                    ConditionOperators.Find(DataPath.Member(condition, "operator").AsString),
                    DataPath.Member(condition, "value")));
            }
        }
    }

    public IEnumerable<string> Names => _entries.Select(entry => entry.Component);

    public DataValue Check(ComponentVisit visit, SubmissionPass pass)
    {
        if (_isEmpty) return DataValue.Null;
        var result = !_any;
        foreach (var entry in _entries)
        {
            if (Holds(entry, visit, pass) == _any)
            {
                result = _any;
                break;
            }
        }

        return _show ? result : !result;
    }

    private static bool Holds(Entry entry, ComponentVisit visit, SubmissionPass pass)
    {
        if (entry.Operator is null) return true;
        var reference = visit.Component.Root.Find(entry.Component);
        var target = reference.NamesLaterRow ? null : reference.Target;
        var value = target is null ? DataValue.Null : reference.Read(visit, visit.RootData(pass));
        return entry.Operator.GetResult(new Comparison(value, entry.Value, target, entry.Component, pass));
    }

    private static bool Shows(DataValue show) => show.AsString is { } text
        ? text.Trim() is not ("false" or "null" or "0" or "\"\"") && text.Length > 0
        : show.IsTruthy;

    private sealed record Entry(string Component, ConditionOperator? Operator, DataValue Value);
}
