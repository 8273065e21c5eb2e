using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>At most so many boxes; the rule name stays this one even with an own message (docs/quirks.md).</summary>
internal sealed class MaximumSelectedCount : Rule
{
    public override bool Concerns(CompiledComponent component) =>
        component.Validate.Has("maxSelectedCount") && Setting(component) is not (0 or double.NaN);

    public override RuleFailure? Check(in RuleInput input)
    {
        if (SelectedCount.Of(input.Value) is not { } count || count == 0) return null;
        var limit = Setting(input.Component);
        if (!(count > limit)) return null;
        var message = input.Component.Json["maxSelectedCountMessage"];
        var text = JsText.Of(limit);
        return new RuleFailure(message.IsTruthy ? message.ToString() : "maxSelectedCount", "maxSelectedCount")
        {
            Setting = text,
            Word = ("maxCount", text),
        };
    }

    private static double Setting(CompiledComponent component)
    {
        var setting = component.Validate["maxSelectedCount"];
        return setting.AsString is null ? setting.AsNumber : JsText.ParseFloat(setting);
    }
}
