using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>At least so many words; a multiple value is never judged by it, as in form.io.</summary>
internal sealed class MinimumWords : Rule
{
    public override bool Concerns(CompiledComponent component) => Setting(component) is not (0 or double.NaN);

    public override bool ShouldProcess(CompiledComponent component, DataValue wholeValue) => wholeValue.IsString;

    public override RuleFailure? Check(in RuleInput input)
    {
        if (input.Value.AsString is not { Length: > 0 } text) return null;
        var limit = Setting(input.Component);
        return Words.Count(text) < limit ? Limit("minWords", "length", JsText.Of(limit)) : null;
    }

    private static double Setting(CompiledComponent component)
    {
        var setting = component.Validate["minWords"];
        return setting.AsString is null ? setting.AsNumber : JsText.ParseInt(setting);
    }
}
