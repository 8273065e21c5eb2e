using Formio.Forms;
using System.Text.RegularExpressions;
using Formio.Values;

namespace Formio.Rules;

/// <summary>form.io'\''s e-mail pattern: ASCII domain, at least two letters at its end.</summary>
internal sealed class Email : Rule
{
    public override bool Concerns(CompiledComponent component) => component.Type == "email";

    public override RuleFailure? Check(in RuleInput input) =>
        input.Value.AsString is not { Length: > 0 } text || EmailText.IsEmail(text)
            ? null
            : new RuleFailure("invalid_email", "email");
}
