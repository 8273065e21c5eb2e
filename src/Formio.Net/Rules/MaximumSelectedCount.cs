using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>At most so many boxes; the rule name stays this one even with an own message (docs/quirks.md).</summary>
internal sealed class MaximumSelectedCount : Rule
{
    public override bool Concerns(CompiledComponent component) => Setting(component).IsSet;

    public override RuleFailure? Check(in RuleInput input)
    {
        if (SelectedCount.Of(input.Value) is not { } count || count == 0) return null;
        var limit = Setting(input.Component);
        if (!(count > limit.Number)) return null;
        var message = input.Component.Json["maxSelectedCountMessage"];
        var text = limit.Text;
        return new RuleFailure(message.IsTruthy ? message.ToString() : "maxSelectedCount", "maxSelectedCount")
        {
            Setting = text,
            Word = ("maxCount", text),
        };
    }

    private static LimitSetting Setting(CompiledComponent component) => LimitSetting.Count(component.Validate["maxSelectedCount"]);
}
