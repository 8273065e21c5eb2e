using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary><c>validate.json</c>: JSONLogic that must give true; a text it gives is the message.</summary>
internal sealed class Json : Rule
{
    public override bool Concerns(CompiledComponent component) => component.Validate["json"].IsContainer;

    public override RuleFailure? Check(in RuleInput input)
    {
        var setting = input.Component.Validate["json"];
        var valid = input.Pass.Scripts.Evaluate(
            input.Component.Expressions.ValidateJson,
            input.Visit,
            input.Value.IsTruthy ? input.Value : DataValue.Null,
            input: input.Value);
        if (valid.IsNull || valid.IsTrue) return null;
        if (!valid.IsTruthy) return new RuleFailure("jsonLogic", "json") { Setting = setting };
        return new RuleFailure(valid.ToString(), "json")
        {
            Setting = setting,
            RawKey = valid.IsString ? DataValue.Undefined : valid,
        };
    }
}
