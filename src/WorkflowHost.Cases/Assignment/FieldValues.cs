using System.Globalization;
using System.Text.Json.Nodes;

namespace WorkflowHost.Cases.Assignment;

/// <summary>
/// The values of one field that the tests of a table can tell apart, one for each way they answer. Comparisons name
/// constants, so values at and around them are all there are; whole numbers stay whole where all constants are.
/// </summary>
internal sealed class FieldValues
{
    private const int MostListValues = 6;

    private FieldValues(string field, IReadOnlyList<JsonNode?> values, bool complete)
    {
        Field = field;
        Values = values;
        Complete = complete;
    }

    public string Field { get; }

    /// <summary>Null is a missing value.</summary>
    public IReadOnlyList<JsonNode?> Values { get; }

    /// <summary>False when there were too many to write down.</summary>
    public bool Complete { get; }

    /// <param name="field">Key of the field.</param>
    /// <param name="tests">Every test of the table about the field.</param>
    /// <param name="kinds">What the plan says the field is; empty when it does not.</param>
    /// <param name="known">The values a catalog allows, or empty.</param>
    public static FieldValues Of(string field, IReadOnlyList<FieldTest> tests, IReadOnlySet<Plans.CaseFieldKind> kinds, IReadOnlyList<string> known)
    {
        var bounds = tests.Where(t => FieldTest.Compares(t.Is)).SelectMany(t => t.Values).Distinct().ToList();
        var names = tests.Where(t => FieldTest.Chooses(t.Is)).SelectMany(t => t.Values).Distinct().ToList();
        var isList = kinds.Contains(Plans.CaseFieldKind.List);
        var isBoolean = kinds.Contains(Plans.CaseFieldKind.Boolean);
        List<JsonNode?> values = [];
        if (isBoolean || tests.Any(t => t.Is is FieldOperator.Yes or FieldOperator.No))
            values.AddRange([JsonValue.Create(false), JsonValue.Create(true)]);
        values.AddRange(Around(bounds));
        if (isList)
            values.AddRange(Lists(names, known));
        else if (!isBoolean)
            values.AddRange(Names(names, known, free: known.Count == 0 && bounds.Count == 0));
        values.Add(null);
        var told = values.DistinctBy(v => string.Concat(tests.Select(t => t.Holds(v) ? '1' : '0'))).ToList();
        return new FieldValues(field, told, !isList || names.Count <= MostListValues);
    }

    private static IEnumerable<JsonNode?> Around(List<string> bounds)
    {
        var numbers = bounds.Select(FieldTest.Number).OfType<decimal>().Order().ToList();
        if (numbers.Count > 0)
        {
            var step = numbers.TrueForAll(n => n == decimal.Truncate(n)) ? 1m : 0.001m;
            var below = numbers[0] >= 0;
            return numbers.SelectMany(n => new[] { n, n + step, n - step }).Where(n => !below || n >= 0).Distinct()
                .Select(n => (JsonNode?)JsonValue.Create(n));
        }

        return bounds.SelectMany(Days).Distinct().Select(day => (JsonNode?)JsonValue.Create(day));
    }

    private static IEnumerable<string> Days(string bound) =>
        DateOnly.TryParseExact(bound, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? [bound, Day(day.AddDays(1)), Day(day.AddDays(-1))]
            : [bound];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<JsonNode?> Names(List<string> names, IReadOnlyList<string> known, bool free)
    {
        var all = known.Concat(names).Distinct().Select(name => (JsonNode?)JsonValue.Create(name));
        return free ? all.Append(JsonValue.Create("…")) : all;
    }

    // Every combination of the values that tests name, with and without one that they do not.
    private static IEnumerable<JsonNode?> Lists(List<string> names, IReadOnlyList<string> known)
    {
        var told = names.Take(MostListValues).ToList();
        var other = known.FirstOrDefault(k => !names.Contains(k)) ?? (known.Count == 0 ? "…" : null);
        for (var bits = 0; bits < 1 << told.Count; bits++)
        {
            var chosen = told.Where((_, i) => (bits & (1 << i)) != 0).ToList();
            yield return ListOf(chosen);
            if (other is not null)
                yield return ListOf([.. chosen, other]);
        }
    }

    private static JsonArray ListOf(List<string> values) => new([.. values.Select(v => (JsonNode?)JsonValue.Create(v))]);
}
