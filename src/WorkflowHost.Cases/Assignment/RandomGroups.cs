using System.Globalization;
using System.Text.Json.Nodes;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Cases.Assignment;

/// <summary>
/// Made-up families to try a table on: one to seven people with values of just the fields the rows ask about. The same
/// seed gives the same families.
/// </summary>
public static class RandomGroups
{
    /// <summary>That many families.</summary>
    public static IReadOnlyList<GroupExample> Of(
        Plan plan, IReadOnlyDictionary<string, IReadOnlyList<string>> catalogs, int seed, int count)
    {
        var random = new Random(seed);
        var people = RuleFields.Of(plan, ConditionSubject.Anyone);
        var household = RuleFields.Of(plan, ConditionSubject.Household);
        return
        [
            .. Enumerable.Range(0, count).Select(_ => new GroupExample(
                [.. Enumerable.Range(0, random.Next(10) < 4 ? 1 : random.Next(2, 8)).Select(_ => Data(people, catalogs, random))],
                Data(household, catalogs, random))),
        ];
    }

    private static JsonObject Data(
        IReadOnlyList<RuleField> fields, IReadOnlyDictionary<string, IReadOnlyList<string>> catalogs, Random random)
    {
        var data = new JsonObject();
        foreach (var field in fields)
        {
            if (Value(field, catalogs, random) is { } value)
                data[field.Key] = value;
        }

        return data;
    }

    private static JsonNode? Value(RuleField field, IReadOnlyDictionary<string, IReadOnlyList<string>> catalogs, Random random)
    {
        var known = field.Catalog is { } name ? catalogs.GetValueOrDefault(name) ?? [] : [];
        IReadOnlyList<string> words = known.Count > 0 ? known : field.Values;
        return field.Kind switch
        {
            CaseFieldKind.Boolean => random.Next(6) == 0,
            CaseFieldKind.Number => random.Next(30) == 0 ? null : random.Next(0, (int)Math.Clamp(Highest(field) * 2.2m, 3, 100_000)),
            CaseFieldKind.List => random.Next(5) > 0 || words.Count == 0 ? new JsonArray() : new JsonArray(words[random.Next(words.Count)]),
            _ => words.Count == 0 || random.Next(30) == 0 ? null : words[random.Next(words.Count)],
        };
    }

    private static decimal Highest(RuleField field) => field.Values
        .Select(v => decimal.TryParse(v, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0)
        .DefaultIfEmpty(20).Max();
}
