using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>At least so many boxes, once any is selected.</summary>
internal sealed class MinimumSelectedCount : Rule
{
    public override bool Concerns(CompiledComponent component) =>
        component.Validate.Has("minSelectedCount") && Setting(component) is not (0 or double.NaN);

    public override RuleFailure? Check(in RuleInput input)
    {
        if (SelectedCount.Of(input.Value) is not { } count || count == 0) return null;
        var limit = Setting(input.Component);
        if (!(count < limit)) return null;
        var message = input.Component.Json["minSelectedCountMessage"];
        var text = JsText.Of(limit);
        return new RuleFailure(message.IsTruthy ? message.ToString() : "minSelectedCount", "minSelectedCount")
        {
            Setting = text,
            Word = ("minCount", text),
        };
    }

    private static double Setting(CompiledComponent component)
    {
        var setting = component.Validate["minSelectedCount"];
        return setting.AsString is null ? setting.AsNumber : JsText.ParseFloat(setting);
    }
}
