using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>At least so many boxes, once any is selected.</summary>
internal sealed class MinimumSelectedCount : Rule
{
    public override bool Concerns(CompiledComponent component) => Setting(component).IsSet;

    public override RuleFailure? Check(in RuleInput input)
    {
        if (SelectedCount.Of(input.Value) is not { } count || count == 0) return null;
        var limit = Setting(input.Component);
        if (!(count < limit.Number)) return null;
        var message = input.Component.Json["minSelectedCountMessage"];
        var text = limit.Text;
        return new RuleFailure(message.IsTruthy ? message.ToString() : "minSelectedCount", "minSelectedCount")
        {
            Setting = text,
            Word = ("minCount", text),
        };
    }

    private static LimitSetting Setting(CompiledComponent component) => LimitSetting.Count(component.Validate["minSelectedCount"]);
}
