using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>The last four digits of a day are at most this year.</summary>
internal sealed class MaximumYear : Rule
{
    public override bool Concerns(CompiledComponent component) =>
        component.Type == "day" && Setting(component).IsTruthy;

    public override RuleFailure? Check(in RuleInput input)
    {
        if (YearText.Contradicts(input.Component, "maxYear")) return null;
        var setting = Setting(input.Component);
        return YearText.Of(input.Value) is { } year && !(year <= JsText.ToNumber(setting))
            ? Limit("maxYear", "maxYear", setting.ToString())
            : null;
    }

    private static DataValue Setting(CompiledComponent component) =>
        component.Json["maxYear"].IsTruthy ? component.Json["maxYear"] : DataPath.Get(component.Json, "fields.year.maxYear");
}
