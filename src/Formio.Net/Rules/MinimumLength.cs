using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>At least so many UTF-16 units.</summary>
internal sealed class MinimumLength : Rule
{
    public override bool Concerns(CompiledComponent component) => Setting(component) is not (0 or double.NaN);

    public override bool ShouldProcess(CompiledComponent component, DataValue wholeValue) => true;

    public override RuleFailure? Check(in RuleInput input)
    {
        if (input.Value.AsString is not { Length: > 0 } text) return null;
        var limit = Setting(input.Component);
        return text.Length < limit ? Limit("minLength", "length", JsText.Of(limit)) : null;
    }

    private static double Setting(CompiledComponent component)
    {
        var setting = component.Validate["minLength"];
        return setting.AsString is null ? setting.AsNumber : JsText.ParseInt(setting);
    }
}
