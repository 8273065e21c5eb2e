using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>A number component holds a number.</summary>
internal sealed class Number : Rule
{
    public override bool Concerns(CompiledComponent component) => component.Type == "number";

    public override RuleFailure? Check(in RuleInput input)
    {
        if (!input.Value.IsTruthy || (input.Component.Multiple && input.Value.AsArray is { Count: 0 })) return null;
        return input.Value.IsNumber ? null : new RuleFailure("number");
    }
}
