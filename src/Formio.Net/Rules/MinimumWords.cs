using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>At least so many words; a multiple value is never judged by it, as in form.io.</summary>
internal sealed class MinimumWords : Rule
{
    public override bool Concerns(CompiledComponent component) => Setting(component).IsSet;

    public override bool ShouldProcess(CompiledComponent component, DataValue wholeValue) => wholeValue.IsString;

    public override RuleFailure? Check(in RuleInput input)
    {
        if (input.Value.AsString is not { Length: > 0 } text) return null;
        var limit = Setting(input.Component);
        return Words.Count(text) < limit.Number ? Limit("minWords", "length", limit.Text) : null;
    }

    private static LimitSetting Setting(CompiledComponent component) => LimitSetting.Length(component.Validate["minWords"]);
}
