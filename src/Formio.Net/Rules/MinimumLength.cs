using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>At least so many UTF-16 units.</summary>
internal sealed class MinimumLength : Rule
{
    public override bool Concerns(CompiledComponent component) => Setting(component).IsSet;

    public override bool ShouldProcess(CompiledComponent component, DataValue wholeValue) => true;

    public override RuleFailure? Check(in RuleInput input)
    {
        if (input.Value.AsString is not { Length: > 0 } text) return null;
        var limit = Setting(input.Component);
        return text.Length < limit.Number ? Limit("minLength", "length", limit.Text) : null;
    }

    private static LimitSetting Setting(CompiledComponent component) => LimitSetting.Length(component.Validate["minLength"]);
}
