using Formio.Forms;
using Formio.Processing;
using Formio.Rules;
using Formio.Values;

namespace Formio.Processors;

/// <summary>Runs the rules that concern a component, element by element for multiple values.</summary>
internal static class Validate
{
    public static void Process(ComponentVisit visit, SubmissionPass pass)
    {
        var component = visit.Component;
        var rules = component.Rules;
        if (rules.Count == 0 && component.Check is null) return;
        var skips = IsNoInput(component) || Skips(visit, pass);

        var value = visit.Value(pass);
        if (component.Multiple && value.AsArray is { Count: > 0 } items)
        {
            for (var i = 0; !skips && i < items.Count; i++) Run(rules, visit, value, Prepared(component, items[i]), i, false, pass);

            // form.io judges the whole of a multiple value even where validation is skipped.
            Run(rules, visit, value, value, visit.DataIndex, true, pass);
            for (var i = 0; !skips && i < items.Count; i++) Warn(visit, items[i], i, pass);
            return;
        }

        if (skips) return;

        value = Prepared(component, value);
        Run(rules, visit, value, value, visit.DataIndex, null, pass);
        Warn(visit, value, visit.DataIndex, pass);
    }

    private static void Warn(ComponentVisit visit, DataValue value, int? index, SubmissionPass pass)
    {
        if (visit.Component.Check is { } check && value.AsString is { Length: > 0 } text && check.Warn(text) is { } key)
            pass.Errors.Warn(check.Name, key, new RuleInput(visit, value, index, pass));
    }

    private static void Run(
        IReadOnlyList<Rule> rules,
        ComponentVisit visit,
        DataValue whole,
        DataValue value,
        int? index,
        bool? onlyWhole,
        SubmissionPass pass)
    {
        var input = new RuleInput(visit, value, index, pass);
        foreach (var rule in rules)
        {
            if (onlyWhole is { } wanted && rule.TakesWholeValue != wanted) continue;
            if (!rule.ShouldProcess(visit.Component, whole)) continue;
            if (rule.Check(input) is { } failure) pass.Errors.Add(failure, input);
        }
    }

    private static DataValue Prepared(CompiledComponent component, DataValue value) =>
        value.AsString is { Length: > 0 } text && component.CollapsesSpaces
            ? Normalize.CollapseSpaces(text)
            : value;

    private static bool IsNoInput(CompiledComponent component) =>
        component.Json.Has("input") && !component.Json["input"].IsTruthy;

    private static bool Skips(ComponentVisit visit, SubmissionPass pass) =>
        visit.Component.IsTransient || (!visit.Component.ValidatesWhenHidden && IsHidden(visit, pass));

    private static bool IsHidden(ComponentVisit visit, SubmissionPass pass)
    {
        var isConditionallyHidden = visit.IsConditionallyHidden
            ?? visit.IsHiddenByState
            ?? Conditions.Hides(visit, pass);
        return isConditionallyHidden || visit.IsIntentionallyHidden || visit.Component.IsHidden;
    }
}
