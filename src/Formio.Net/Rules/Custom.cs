using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary><c>validate.custom</c>: JavaScript that must leave <c>valid</c> true; a text it leaves is the message.</summary>
internal sealed class Custom : Rule
{
    public override bool Concerns(CompiledComponent component) => component.Validate["custom"].IsTruthy;

    public override RuleFailure? Check(in RuleInput input)
    {
        var valid = input.Pass.Scripts.EvaluateRule(input.Component.Expressions.ValidateCustom, input);
        if (valid.IsNullish || valid.IsTrue) return null;
        return new RuleFailure(valid.AsString ?? "custom", "custom")
        {
            Setting = input.Component.Validate["custom"],
            HasLabel = false,
        };
    }
}
