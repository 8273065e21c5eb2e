using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>The value must fit the input mask; textfields as the inputmask library reads it, others character by character.</summary>
internal sealed class Mask : Rule
{
    public override bool Concerns(CompiledComponent component) =>
        component.Type != "time"
        && (component.Json["inputMask"].IsTruthy || component.Json["inputMasks"].AsArray is { Count: > 0 })
        && !component.Validate["skipMaskValidation"].IsTruthy;

    public override RuleFailure? Check(in RuleInput input)
    {
        var value = input.Value;
        if (!value.IsTruthy) return null;
        var component = input.Component;
        DataValue maskText;
        var masked = value;
        if (component.Json["allowMultipleMasks"].IsTruthy && component.Json["inputMasks"].AsArray is { Count: > 0 } masks)
        {
            var name = DataPath.Member(value, "maskName").AsString;
            var text = DataPath.Member(value, "value").AsString;
            if (string.IsNullOrEmpty(name) || string.IsNullOrEmpty(text)) return null;
            maskText = DataPath.Member(
                masks.Items.FirstOrDefault(mask => DataPath.Member(mask, "label").AsString == name), "mask");
            masked = text;
        }
        else
        {
            maskText = component.Json["inputMask"];
        }

        if (maskText.AsString is not { Length: > 0 } pattern) return null;
        var fits = component.Type == "textfield" && value.AsString is { } plain
            ? InputMask.IsValid(plain, pattern)
            : PositionMask.Fits(masked, pattern);
        return fits ? null : new RuleFailure("mask");
    }
}
