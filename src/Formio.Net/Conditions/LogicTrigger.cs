using Formio.Processing;
using Formio.Scripting;
using Formio.Values;

namespace Formio.Conditions;

/// <summary>When logic acts: a condition, JavaScript or JSONLogic. Events never fire on a server.</summary>
internal sealed class LogicTrigger
{
    private readonly LegacyCondition? _legacy;
    private readonly SimpleCondition? _simple;
    private readonly Formula? _formula;

    public LogicTrigger(DataObject trigger, ScriptCache scripts)
    {
        switch (trigger["type"].AsString)
        {
            case "simple" when trigger["simple"].AsObject is { } simple:
                if (Conditional.IsLegacy(simple)) _legacy = new LegacyCondition(simple);
                else if (Conditional.IsSimple(simple)) _simple = new SimpleCondition(simple);
                break;
            case "javascript" when trigger["javascript"].IsTruthy:
                _formula = Formula.Of(trigger["javascript"], "result", scripts, "true");
                break;
            case "json" when trigger["json"].IsContainer:
                _formula = Formula.Of(trigger["json"], "result", scripts);
                break;
        }
    }

    public LegacyCondition? Legacy => _legacy;

    public SimpleCondition? Simple => _simple;

    /// <summary>Truthy when the actions apply; the value itself is their <c>result</c>.</summary>
    public DataValue Check(ComponentVisit visit, SubmissionPass pass)
    {
        if (_legacy is not null) return _legacy.Check(visit, pass);
        if (_simple is not null) return _simple.Check(visit, pass);
        return _formula is null ? false : pass.Scripts.Evaluate(_formula, visit);
    }
}
