using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>No other submission of the form has the value; the host answers.</summary>
internal sealed class Unique : Rule
{
    public override bool TakesWholeValue => true;

    public override bool Concerns(CompiledComponent component) => component.Json["unique"].IsTruthy;

    public override RuleFailure? Check(in RuleInput input)
    {
        if (!input.Value.IsTruthy || input.Value.AsObject is { Count: 0 }) return null;
        if (input.Pass.Context.Lookups is not { } lookups) return null;
        return lookups.IsUnique(input.Question()).IsFree ? null : new RuleFailure("unique");
    }
}
