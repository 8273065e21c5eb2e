using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>The whole text must match the pattern; alternatives are not grouped, as in form.io (docs/quirks.md).</summary>
internal sealed class RegexPattern : Rule
{
    public override bool Concerns(CompiledComponent component) => component.Validate["pattern"].IsTruthy;

    public override bool ShouldProcess(CompiledComponent component, DataValue wholeValue) => wholeValue.IsString;

    public override RuleFailure? Check(in RuleInput input)
    {
        if (input.Value.AsString is not { Length: > 0 } text) return null;
        var setting = input.Component.Validate["pattern"];
        if (input.Pass.Scripts.Matches(setting.ToString(), text) != false) return null;
        var message = input.Component.Validate["patternMessage"];
        return new RuleFailure(message.IsTruthy ? message.ToString() : "pattern", "pattern")
        {
            Setting = setting,
            Word = ("pattern", setting.ToString()),
        };
    }
}
