using Formio.Scripting;
using Formio.Values;

namespace Formio.Conditions;

/// <summary>One entry of a component's <c>logic</c>: a trigger and what it does.</summary>
internal sealed class LogicItem
{
    private LogicItem(DataObject item, ScriptCache scripts)
    {
        Trigger = new LogicTrigger(item["trigger"].AsObject ?? new DataObject(), scripts);
        Actions = item["actions"].AsArray is { } actions
            ? [.. actions.Items.Select(action => action.AsObject).OfType<DataObject>().Select(action => new LogicAction(action, scripts))]
            : [];
    }

    public LogicTrigger Trigger { get; }

    public IReadOnlyList<LogicAction> Actions { get; }

    public static IReadOnlyList<LogicItem> ListOf(DataValue logic, ScriptCache scripts) => logic.AsArray is { } items
        ? [.. items.Items.Select(item => item.AsObject).OfType<DataObject>().Select(item => new LogicItem(item, scripts))]
        : [];
}
