using System.Globalization;
using Microsoft.Extensions.Localization;
using WorkflowHost.Cases.Assignment;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;
using WorkflowHost.Features.Shared.Languages;

namespace WorkflowHost.Features.Planning.Rules;

/// <summary>Rows of the assignment table as sentences in the language of the screen.</summary>
public sealed class RuleWords(IStringLocalizer<Texts> texts, PublishedContent content)
{
    private static string Language => ScreenLanguages.Current.Tag;

    /// <summary>"If somebody has age below 18", "Always".</summary>
    public string If(Plan plan, AssignmentRule rule)
    {
        var conditions = rule.Conditions.Select(c => Of(plan, c)).ToList();
        if (rule.When is not null)
            conditions.Add(texts["rules.script"]);
        return conditions.Count == 0 ? texts["rules.always"] : texts["rules.if", string.Join(texts["rules.and"], conditions)];
    }

    /// <summary>"Families at Robledo or CREA, obligatory".</summary>
    public string Then(Plan plan, AssignmentRule rule)
    {
        var segments = rule.Segments.Count == 0
            ? texts["rules.anySegment"].Value
            : Or(rule.Segments.Select(key => plan.FindSegment(key)?.Title.In(Language) ?? key));
        var what = texts["rules.then." + Small(rule.Kind), segments, Sites(plan, rule)].Value;
        if (rule.Final)
            what = texts["rules.final", what];
        if (rule.KeepFree > 0)
            what = texts["rules.keeping", what, rule.KeepFree];
        return rule.Kind == RuleKind.Prefer ? texts["rules.weighing", what, rule.Weight] : what;
    }

    public string Of(Plan plan, RuleCondition condition)
    {
        var household = condition.Who == ConditionSubject.Household;
        var fields = RuleFields.Known(plan, household);
        var tests = string.Join(texts["rules.and"], condition.Where.Select(test =>
        {
            var field = fields.FirstOrDefault(f => f.Key == test.Field);
            return Of(test, field?.Label.In(Language) ?? test.Field, field?.Catalog, null);
        }));
        if (condition.Who != ConditionSubject.Count)
            return texts["rules.who." + Small(condition.Who), tests];
        var bounds = Bounds(condition);
        return condition.Where.Count == 0 ? texts["rules.size", bounds] : texts["rules.who.count", bounds, tests];
    }

    /// <summary>The value of a catalog in words, or itself.</summary>
    public string Value(string? catalog, string value) =>
        catalog is not null && content.Current.Catalogs.GetValueOrDefault(catalog)?.GetValueOrDefault(value) is { } label
            ? content.Current.Dictionaries.Of(Language).GetValueOrDefault(label) ?? label
            : value;

    public string Flag(Plan plan, RuleFinding finding) => texts[
        "rules.flag." + Small(finding.Flag),
        string.Join(", ", finding.Because.Select(key => plan.AssignmentRules.FirstOrDefault(r => r.Key == key)?.Title.In(Language) ?? key))];

    private string Sites(Plan plan, AssignmentRule rule)
    {
        var needs = rule.SiteNeeds.Select(need =>
        {
            var feature = plan.SiteFeatures.FirstOrDefault(f => f.Key == need.Field);
            return Of(need, feature?.Title.In(Language) ?? need.Field, null, feature?.Unit);
        }).ToList();
        var named = rule.Sites.Select(key => plan.FindSite(key)?.Title.In(Language) ?? key).ToList();
        var sites = named.Count > 0 ? Or(named) : texts[needs.Count > 0 ? "rules.someSite" : rule.Kind == RuleKind.Place ? "rules.anySite" : "rules.allSites"].Value;
        return needs.Count == 0 ? sites : texts["rules.sitesWith", sites, string.Join(texts["rules.and"], needs)];
    }

    private string Of(FieldTest test, string label, string? catalog, string? unit)
    {
        var name = label.Length > 1 && char.IsLower(label[1]) ? char.ToLower(label[0], CultureInfo.CurrentCulture) + label[1..] : label;
        var value = Or(test.Values.Select(v => Value(catalog, v)));
        return texts["rules.is." + Small(test.Is), name, unit is null ? value : $"{value} {unit}"];
    }

    private string Bounds(RuleCondition condition) => condition switch
    {
        { AtLeast: { } from, AtMost: { } to } when from == to => texts["rules.exactly", from],
        { AtLeast: { } from, AtMost: { } to } => texts["rules.between", from, to],
        { AtLeast: { } from } => texts["rules.atLeast", from],
        _ => texts["rules.atMost", condition.AtMost ?? 0],
    };

    private string Or(IEnumerable<string> words) => string.Join(texts["rules.or"], words);

    private static string Small<TEnum>(TEnum word) where TEnum : struct, Enum
    {
        var name = word.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
