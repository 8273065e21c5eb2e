using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>At least so much; texts are read like parseFloat.</summary>
internal sealed class MinimumValue : Rule
{
    public override bool Concerns(CompiledComponent component) =>
        component.Validate.Has("min") && !double.IsNaN(NumberSetting.Of(component.Validate["min"]));

    public override bool ShouldProcess(CompiledComponent component, DataValue wholeValue) =>
        !double.IsNaN(JsText.ParseFloat(wholeValue));

    public override RuleFailure? Check(in RuleInput input)
    {
        if (double.IsNaN(JsText.ParseFloat(input.Value))) return null;
        var min = NumberSetting.Of(input.Component.Validate["min"]);
        var value = NumberSetting.ReadValue(input.Value);
        return double.IsNaN(value) || value >= min ? null : Limit("min", "min", NumberSetting.Text(input.Component.Validate["min"]));
    }
}
