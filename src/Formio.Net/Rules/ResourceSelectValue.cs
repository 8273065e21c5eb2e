using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>The resource of a select holds the value; the host answers. Servers only.</summary>
internal sealed class ResourceSelectValue : Rule
{
    public override bool Concerns(CompiledComponent component) =>
        component.Type == "select"
        && component.Text("dataSrc") == "resource"
        && component.Validate["select"].ToString() is "true" or "1"
        && DataPath.Get(component.Json, "data.resource").IsTruthy;

    public override RuleFailure? Check(in RuleInput input)
    {
        if (!input.Pass.Context.IsServer || !input.Value.IsTruthy || IsEmpty(input.Value)) return null;
        if (input.Pass.Context.Lookups is not { } lookups) return null;
        return lookups.ResourceHolds(input.Question()) ? null : new RuleFailure("select");
    }

    private static bool IsEmpty(DataValue value) => value.IsContainer && Emptiness.IsEmptyCollection(value);
}
