using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>A day must be a real one; parts may be 0 when unknown.</summary>
internal sealed class Day : Rule
{
    public override bool Concerns(CompiledComponent component) => component.Type == "day";

    public override RuleFailure? Check(in RuleInput input)
    {
        if (!input.Value.IsTruthy) return null;
        var isDay = input.Value.AsString is { } text && DayParts.Read(input.Component, text).IsPossible;
        return isDay ? null : new RuleFailure("invalidDay", "day");
    }
}
