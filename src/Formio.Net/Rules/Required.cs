using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>A value must be present, as the type of the component understands it.</summary>
internal sealed class Required : Rule
{
    public override bool Concerns(CompiledComponent component) => component.IsRequired;

    public override RuleFailure? Check(in RuleInput input) =>
        Presence.Has(input.Component, input.Value) ? null : new RuleFailure("required") { Setting = true };
}
