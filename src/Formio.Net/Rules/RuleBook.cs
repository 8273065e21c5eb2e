using Formio.Forms;

namespace Formio.Rules;

/// <summary>All rules in the order the server runs them.</summary>
internal static class RuleBook
{
    private static readonly Rule[] All =
    [
        new Required(),
    ];

    public static IReadOnlyList<Rule> For(CompiledComponent component) =>
        component.Json.Has("input") && !component.Json["input"].IsTruthy
            ? []
            : [.. All.Where(rule => rule.Concerns(component))];
}
