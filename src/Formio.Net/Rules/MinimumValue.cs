using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>At least so much; texts are read like parseFloat.</summary>
internal sealed class MinimumValue : Rule
{
    public override bool Concerns(CompiledComponent component) => Setting(component).IsSet;

    public override bool ShouldProcess(CompiledComponent component, DataValue wholeValue) =>
        !double.IsNaN(JsText.ParseFloat(wholeValue));

    public override RuleFailure? Check(in RuleInput input)
    {
        if (double.IsNaN(JsText.ParseFloat(input.Value))) return null;
        var min = Setting(input.Component);
        var value = LimitSetting.Read(input.Value);
        return double.IsNaN(value) || value >= min.Number ? null : Limit("min", "min", min.Text);
    }

    private static LimitSetting Setting(CompiledComponent component) => LimitSetting.Value(component.Validate["min"]);
}
