using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>At most so many UTF-16 units. A multiple value is never judged by it, as in form.io.</summary>
internal sealed class MaximumLength : Rule
{
    public override bool Concerns(CompiledComponent component) => Setting(component) is not (0 or double.NaN);

    public override bool ShouldProcess(CompiledComponent component, DataValue wholeValue) => wholeValue.IsString;

    public override RuleFailure? Check(in RuleInput input)
    {
        if (input.Value.AsString is not { Length: > 0 } text) return null;
        var limit = Setting(input.Component);
        return text.Length > limit ? Limit("maxLength", "length", JsText.Of(limit)) : null;
    }

    private static double Setting(CompiledComponent component)
    {
        var setting = component.Validate["maxLength"];
        return setting.AsString is null ? setting.AsNumber : JsText.ParseInt(setting);
    }
}
