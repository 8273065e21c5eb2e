using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>Lists where lists belong, and single values elsewhere.</summary>
internal sealed class Multiple : Rule
{
    public override bool TakesWholeValue => true;

    public override bool Concerns(CompiledComponent component) => component.Type switch
    {
        "hidden" or "address" => component.Multiple,
        "textarea" => component.Text("as") == "json" && component.Multiple,
        "select" => false,
        _ => true,
    };

    public override RuleFailure? Check(in RuleInput input)
    {
        var component = input.Component;
        var items = input.Value.AsArray;
        var isArrayType = ModelTypes.IsRows(component.Model)
            || (component.Type == "tags" && component.Text("storeas") == "array");
        if (!component.Multiple)
        {
            return items is not null && !isArrayType && !AllowsArray(component)
                ? new RuleFailure("nonarray") { Setting = false }
                : null;
        }

        if (items is null)
            return input.Value.IsNullish && !component.IsRequired ? null : new RuleFailure("array") { Setting = true };
        if (items.Count == 0) return component.IsRequired ? new RuleFailure("array_nonempty") { Setting = true } : null;
        return !isArrayType && items[0].AsArray is not null && component.Model != ModelType.Any
            ? new RuleFailure("nonarray") { Setting = true }
            : null;
    }

    private static bool AllowsArray(CompiledComponent component) => component.Type switch
    {
        "textfield" => false,
        "tags" => component.Text("storeas") != "string",
        _ => true,
    };
}
