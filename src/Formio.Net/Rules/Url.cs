using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>form.io'\''s address pattern: private addresses and e-mail-like texts are refused.</summary>
internal sealed class Url : Rule
{
    public override bool Concerns(CompiledComponent component) => component.Type == "url";

    public override RuleFailure? Check(in RuleInput input)
    {
        if (!input.Value.IsTruthy || (input.Component.Multiple && input.Value.AsArray is { Count: 0 })) return null;
        return input.Value.AsString is { } text && UrlText.IsUrl(text) ? null : new RuleFailure("invalid_url", "url");
    }
}
