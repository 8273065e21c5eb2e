using Formio.Dates;
using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>A datetime is not after the limit of its calendar widget; without a time the whole day counts.</summary>
internal sealed class MaximumDate : Rule
{
    public override bool Concerns(CompiledComponent component) =>
        component.Type == "datetime" && DataPath.Member(component.Json["widget"], "maxDate").IsTruthy;

    public override RuleFailure? Check(in RuleInput input)
    {
        if (input.Value.AsString is not { Length: > 0 } text) return null;
        var zone = input.Pass.Context.TimeZone;
        var widget = input.Component.Json["widget"];
        var setting = input.Pass.Scripts.DateSetting(DataPath.Member(widget, "maxDate"), input.Component.Root.Form.Scripts);
        if (double.IsNaN(setting)) return null;
        var limit = DataPath.Member(widget, "enableTime").IsTruthy ? setting : DateDay.End(setting, zone);
        var value = DayjsDate.Parse(text, zone);
        if (value <= limit) return null;
        return new RuleFailure("maxDate")
        {
            Setting = DateFormat.Utc(limit),
            Word = ("maxDate", DateFormat.Limit(limit, input)),
        };
    }
}
