using Formio.Dates;
using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>A full day is not after the limit; days with unknown parts are not judged.</summary>
internal sealed class MaximumDay : Rule
{
    public override bool Concerns(CompiledComponent component) =>
        component.Type == "day" && component.Json["maxDate"].IsTruthy;

    public override RuleFailure? Check(in RuleInput input)
    {
        var component = input.Component;
        if (input.Value.AsString is not { Length: > 0 } text || DayText.IsPartial(component, text)) return null;
        var zone = input.Pass.Context.TimeZone;
        var setting = input.Pass.Scripts.DateSetting(component.Json["maxDate"], component.Root.Form.Scripts);
        if (double.IsNaN(setting)) return null;
        var limit = DateDay.Start(setting, zone);
        var value = DayText.ForRules(component, text, zone, input.Pass.Context.TimeProvider);
        if (value <= limit) return null;
        return new RuleFailure("maxDate")
        {
            Setting = DateFormat.Local(limit, zone),
            Word = ("maxDate", DateFormat.Write(limit, DayText.Format(component), zone)),
        };
    }
}
