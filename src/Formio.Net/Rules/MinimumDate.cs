using Formio.Dates;
using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>A datetime is not before the limit of its calendar widget; without a time the whole day counts.</summary>
internal sealed class MinimumDate : Rule
{
    public override bool Concerns(CompiledComponent component) =>
        component.Type == "datetime" && DataPath.Member(component.Json["widget"], "minDate").IsTruthy;

    public override RuleFailure? Check(in RuleInput input)
    {
        if (input.Value.AsString is not { Length: > 0 } text) return null;
        var zone = input.Pass.Context.TimeZone;
        var widget = input.Component.Json["widget"];
        var setting = input.Pass.Scripts.DateSetting(DataPath.Member(widget, "minDate"), input.Component.Root.Form.Scripts);
        if (double.IsNaN(setting)) return null;
        var limit = DataPath.Member(widget, "enableTime").IsTruthy ? setting : DateDay.Start(setting, zone);
        var value = DayjsDate.Parse(text, zone);
        if (value >= limit) return null;
        return new RuleFailure("minDate")
        {
            Setting = DateFormat.Utc(limit),
            Word = ("minDate", DateFormat.Limit(limit, input)),
        };
    }
}
