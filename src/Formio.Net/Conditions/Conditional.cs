using Formio.Processing;
using Formio.Scripting;
using Formio.Values;

namespace Formio.Conditions;

/// <summary>A component's <c>conditional</c>: legacy, simple or JSONLogic; more than one may be present, the last wins.</summary>
internal sealed class Conditional
{
    private readonly Formula? _json;
    private readonly LegacyCondition? _legacy;
    private readonly SimpleCondition? _simple;

    public Conditional(DataValue conditional, ScriptCache scripts)
    {
        if (conditional.AsObject is not { } settings) return;
        if (IsJson(settings)) _json = Formula.Of(settings["json"], "result", scripts);
        if (IsLegacy(settings)) _legacy = new LegacyCondition(settings);
        if (IsSimple(settings)) _simple = new SimpleCondition(settings);
    }

    public LegacyCondition? Legacy => _legacy;

    public SimpleCondition? Simple => _simple;

    public static bool Exists(DataValue conditional) =>
        conditional.AsObject is { } settings && (IsJson(settings) || IsLegacy(settings) || IsSimple(settings));

    public static bool IsLegacy(DataObject settings) => settings["when"].IsTruthy;

    /// <summary>True hides, false shows; a condition that cannot be decided shows.</summary>
    public bool Hides(ComponentVisit visit, SubmissionPass pass)
    {
        DataValue show = DataValue.Null;
        if (_json is not null) show = pass.Scripts.Evaluate(_json, visit);
        if (_legacy is not null) show = _legacy.Check(visit, pass);
        if (_simple is not null) show = _simple.Check(visit, pass);
        return !show.IsNullish && !show.IsTruthy;
    }

    private static bool IsJson(DataObject settings) => settings["json"].IsContainer;

    public static bool IsSimple(DataObject settings) =>
        settings["conjunction"].IsTruthy && settings["conditions"].IsTruthy;
}
