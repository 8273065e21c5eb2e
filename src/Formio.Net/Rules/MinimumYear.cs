using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>The last four digits of a day are at least this year; form.io ignores a limit set in the year field.</summary>
internal sealed class MinimumYear : Rule
{
    public override bool Concerns(CompiledComponent component) =>
        component.Type == "day" && component.Json["minYear"].IsTruthy;

    public override RuleFailure? Check(in RuleInput input)
    {
        if (YearText.Contradicts(input.Component, "minYear")) return null;
        var setting = input.Component.Json["minYear"];
        return YearText.Of(input.Value) is { } year && !(year >= JsText.ToNumber(setting))
            ? Limit("minYear", "minYear", setting.ToString())
            : null;
    }
}
