using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>At most so much; texts are read like parseFloat.</summary>
internal sealed class MaximumValue : Rule
{
    public override bool Concerns(CompiledComponent component) => Setting(component).IsSet;

    public override RuleFailure? Check(in RuleInput input)
    {
        if (input.Value.IsNull) return null;
        var max = Setting(input.Component);
        var value = LimitSetting.Read(input.Value);
        return double.IsNaN(value) || value <= max.Number ? null : Limit("max", "max", max.Text);
    }

    private static LimitSetting Setting(CompiledComponent component) => LimitSetting.Value(component.Validate["max"]);
}
