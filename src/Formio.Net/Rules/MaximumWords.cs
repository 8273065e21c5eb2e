using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>At most so many words.</summary>
internal sealed class MaximumWords : Rule
{
    public override bool Concerns(CompiledComponent component) => Setting(component) is not (0 or double.NaN);

    public override bool ShouldProcess(CompiledComponent component, DataValue wholeValue) => true;

    public override RuleFailure? Check(in RuleInput input)
    {
        if (input.Value.AsString is not { } text) return null;
        var limit = Setting(input.Component);
        return Words.Count(text) > limit ? Limit("maxWords", "length", JsText.Of(limit)) : null;
    }

    private static double Setting(CompiledComponent component)
    {
        var setting = component.Validate["maxWords"];
        return setting.AsString is null ? setting.AsNumber : JsText.ParseInt(setting);
    }
}
