using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>Each part of a day may be required by itself.</summary>
internal sealed class RequiredDay : Rule
{
    public override bool Concerns(CompiledComponent component) =>
        component.Type == "day" && (Requires(component, "day") || Requires(component, "month") || Requires(component, "year"));

    public override RuleFailure? Check(in RuleInput input)
    {
        if (!input.Value.IsTruthy) return new RuleFailure("requiredDayEmpty", "day");
        if (input.Value.AsString is not { } text) return null;
        var parts = DayParts.Read(input.Component, text);
        if (IsMissing(parts.Day) && Requires(input.Component, "day")) return new RuleFailure("requiredDayField", "day");
        if (IsMissing(parts.Month) && Requires(input.Component, "month")) return new RuleFailure("requiredMonthField", "day");
        if (IsMissing(parts.Year) && Requires(input.Component, "year")) return new RuleFailure("requiredYearField", "day");
        return null;
    }

    private static bool IsMissing(double part) => part == 0 || double.IsNaN(part);

    private static bool Requires(CompiledComponent component, string part) =>
        DataPath.Get(component.Json, $"fields.{part}.required").IsTruthy;
}
