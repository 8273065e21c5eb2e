using Formio.Forms;

namespace Formio.Rules;

/// <summary>All rules in the order the server runs them.</summary>
internal static class RuleBook
{
    private static readonly Rule[] All =
    [
        new Date(),
        new Day(),
        new Email(),
        new Json(),
        new Mask(),
        new MaximumDay(),
        new MaximumDate(),
        new MaximumLength(),
        new MaximumSelectedCount(),
        new MaximumValue(),
        new MaximumWords(),
        new MaximumYear(),
        new MinimumDay(),
        new MinimumDate(),
        new MinimumLength(),
        new MinimumSelectedCount(),
        new MinimumValue(),
        new MinimumWords(),
        new MinimumYear(),
        new Multiple(),
        new RegexPattern(),
        new Required(),
        new RequiredDay(),
        new Time(),
        new Url(),
        new Number(),
        new Custom(),
        new AvailableItems(),
        new UrlSelectValue(),
        new Unique(),
        new ResourceSelectValue(),
        new StoredFile(),
    ];

    /// <summary>
    /// What may fail for a component. Of a component that is no input only the rules for whole multiple values: form.io
    /// runs those without asking whether validation is to be skipped.
    /// </summary>
    public static IReadOnlyList<Rule> For(CompiledComponent component) =>
        component.Json.Has("input") && !component.Json["input"].IsTruthy
            ? [.. All.Where(rule => rule.TakesWholeValue && rule.Concerns(component))]
            : [.. All.Where(rule => rule.Concerns(component))];
}
