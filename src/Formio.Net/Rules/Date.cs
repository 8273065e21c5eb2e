using Formio.Forms;
using Formio.Dates;
using Formio.Values;

namespace Formio.Rules;

/// <summary>A datetime must be a text that JavaScript's Date can read.</summary>
internal sealed class Date : Rule
{
    public override bool Concerns(CompiledComponent component) => component.Type == "datetime";

    public override RuleFailure? Check(in RuleInput input)
    {
        if (!input.Value.IsTruthy || (input.Component.Multiple && input.Value.AsArray is { Count: 0 })) return null;
        var isDate = input.Value.AsString is { } text && !double.IsNaN(DateText.Parse(text, input.Pass.Context.TimeZone));
        return isDate ? null : new RuleFailure("invalidDate", "date");
    }
}
