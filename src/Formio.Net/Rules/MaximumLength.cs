using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>At most so many UTF-16 units. A multiple value is never judged by it, as in form.io.</summary>
internal sealed class MaximumLength : Rule
{
    public override bool Concerns(CompiledComponent component) => Setting(component).IsSet;

    public override bool ShouldProcess(CompiledComponent component, DataValue wholeValue) => wholeValue.IsString;

    public override RuleFailure? Check(in RuleInput input)
    {
        if (input.Value.AsString is not { Length: > 0 } text) return null;
        var limit = Setting(input.Component);
        return text.Length > limit.Number ? Limit("maxLength", "length", limit.Text) : null;
    }

    private static LimitSetting Setting(CompiledComponent component) => LimitSetting.Length(component.Validate["maxLength"]);
}
