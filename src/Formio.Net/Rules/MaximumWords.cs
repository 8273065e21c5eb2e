using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>At most so many words.</summary>
internal sealed class MaximumWords : Rule
{
    public override bool Concerns(CompiledComponent component) => Setting(component).IsSet;

    public override bool ShouldProcess(CompiledComponent component, DataValue wholeValue) => true;

    public override RuleFailure? Check(in RuleInput input)
    {
        if (input.Value.AsString is not { } text) return null;
        var limit = Setting(input.Component);
        return Words.Count(text) > limit.Number ? Limit("maxWords", "length", limit.Text) : null;
    }

    private static LimitSetting Setting(CompiledComponent component) => LimitSetting.Length(component.Validate["maxWords"]);
}
