using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>At most so much; texts are read like parseFloat.</summary>
internal sealed class MaximumValue : Rule
{
    public override bool Concerns(CompiledComponent component) =>
        component.Validate.Has("max") && !double.IsNaN(NumberSetting.Of(component.Validate["max"]));

    public override RuleFailure? Check(in RuleInput input)
    {
        if (input.Value.IsNull) return null;
        var max = NumberSetting.Of(input.Component.Validate["max"]);
        var value = NumberSetting.ReadValue(input.Value);
        return double.IsNaN(value) || value <= max ? null : Limit("max", "max", NumberSetting.Text(input.Component.Validate["max"]));
    }
}
