using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using WorkflowHost.Cases.Assignment;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Features.Shared.Languages;

namespace WorkflowHost.Features.Planning.Rules;

/// <summary>A made-up family as a sentence: only what the rows ask about, and what is missing left out.</summary>
public sealed class FamilyWords(IStringLocalizer<Texts> texts, RuleWords words)
{
    public string Of(Plan plan, GroupExample family)
    {
        var people = RuleFields.Of(plan, ConditionSubject.Anyone);
        var household = Of(RuleFields.Of(plan, ConditionSubject.Household), family.Household);
        var each = family.People.Select(person => Of(people, person)).GroupBy(person => person)
            .Select(same => texts[same.Count() == 1 ? "rules.onePerson" : "rules.somePeople", same.Count(), same.Key].Value);
        return string.Join("; ", household.Length > 0 ? each.Append(household) : each);
    }

    private string Of(IReadOnlyList<RuleField> fields, JsonObject data)
    {
        var known = fields.Select(field => (field, value: data[field.Key])).Where(pair => Says(pair.value))
            .Select(pair => Of(pair.field, pair.value!)).ToList(); // Says leaves no null
        return known.Count > 0 ? string.Join(", ", known) : data.Count > 0 || fields.Count == 0 ? "" : texts["rules.nothingKnown"];
    }

    private string Of(RuleField field, JsonNode value)
    {
        var name = field.Label?.In(ScreenLanguages.Current.Tag) ?? field.Key;
        return value switch
        {
            JsonArray list => $"{name}: {string.Join(", ", list.Select(v => words.Value(field.Catalog, v?.ToString() ?? "")))}",
            _ when value.GetValueKind() == System.Text.Json.JsonValueKind.True => name,
            _ => $"{name}: {words.Value(field.Catalog, value.ToString())}",
        };
    }

    private static bool Says(JsonNode? value) => value switch
    {
        null => false,
        JsonArray list => list.Count > 0,
        _ => value.GetValueKind() != System.Text.Json.JsonValueKind.False,
    };
}
