using System.Globalization;
using System.Text.Json.Nodes;
using WorkflowHost.Cases.Assignment;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Features.Planning.Rules;

/// <summary>Between a row of plan.json and its form. Members of the row that no field shows stay as they are.</summary>
public static class RuleJson
{
    public static RuleInput Read(AssignmentRule rule) => new()
    {
        Key = rule.Key,
        Kind = rule.Kind,
        Title = rule.Title.Texts.ToDictionary(t => t.Key, t => (string?)t.Value),
        Reason = rule.Reason.Texts.ToDictionary(t => t.Key, t => (string?)t.Value),
        Conditions = [.. rule.Conditions.Select(c => new ConditionInput
        {
            Who = c.Who, AtLeast = c.AtLeast, AtMost = c.AtMost, Where = [.. c.Where.Select(Read)],
        })],
        Segment = rule.Segment,
        Segments = [.. rule.Segments],
        Sites = [.. rule.Sites],
        Needs = [.. rule.SiteNeeds.Select(Read)],
        KeepFree = rule.KeepFree,
        Weight = rule.Weight,
        Final = rule.Final,
        When = rule.When,
    };

    public static void Write(RuleInput input, JsonObject row, Plan plan)
    {
        var sites = input.Sites.Where(s => !string.IsNullOrEmpty(s)).Distinct().ToList();
        row["title"] = Texts(input.Title, row["title"]);
        Put(row, "kind", input.Kind == RuleKind.Place ? null : Word(input.Kind));
        Put(row, "conditions", Conditions(input, plan));
        Put(row, "when", string.IsNullOrWhiteSpace(input.When) ? null : input.When.Trim());
        Put(row, "segment", input.Kind == RuleKind.Place ? input.Segment ?? "" : null);
        Put(row, "segments", input.Kind == RuleKind.Place ? null : List(input.Segments));
        row["sites"] = sites.Count == 0 ? "*" : List(sites);
        Put(row, "siteNeeds", Tests(input.Needs, "feature", key => plan.SiteFeatures.FirstOrDefault(f => f.Key == key)?.Kind));
        Put(row, "keepFree", input.Kind == RuleKind.Place && input.KeepFree != 0 ? input.KeepFree : null);
        Put(row, "weight", input.Kind == RuleKind.Prefer ? input.Weight : null);
        row["reason"] = Texts(input.Reason, row["reason"]);
        Put(row, "final", input.Kind == RuleKind.Place && input.Final ? true : null);
    }

    private static JsonArray? Conditions(RuleInput input, Plan plan)
    {
        var conditions = new JsonArray();
        foreach (var condition in input.Conditions)
        {
            var json = new JsonObject { ["who"] = Word(condition.Who) };
            if (condition.Who == ConditionSubject.Count)
            {
                Put(json, "atLeast", condition.AtLeast);
                Put(json, "atMost", condition.AtMost);
            }

            var fields = RuleFields.Known(plan, condition.Who == ConditionSubject.Household);
            Put(json, "where", Tests(condition.Where, "field", key => fields.FirstOrDefault(f => f.Key == key)?.Kind));
            conditions.Add(json);
        }

        return conditions.Count > 0 ? conditions : null;
    }

    private static JsonArray? Tests(List<TestInput> tests, string named, Func<string, CaseFieldKind?> kindOf)
    {
        var list = new JsonArray();
        foreach (var test in tests.Where(t => !string.IsNullOrEmpty(t.Field)))
        {
            var json = new JsonObject { [named] = test.Field, ["is"] = Word(test.Is) };
            var isNumber = kindOf(test.Field!) == CaseFieldKind.Number;
            var values = test.Values.Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => Value(v!.Trim(), isNumber)).ToArray();
            if (FieldTest.Compares(test.Is) && values.Length > 0)
                json["value"] = values[0];
            else if (FieldTest.Chooses(test.Is) && values.Length > 0)
                json["value"] = values.Length == 1 ? values[0] : new JsonArray(values);
            list.Add(json);
        }

        return list.Count > 0 ? list : null;
    }

    private static TestInput Read(FieldTest test) => new() { Field = test.Field, Is = test.Is, Values = [.. test.Values] };

    private static JsonNode Value(string text, bool isNumber) =>
        isNumber && decimal.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : JsonValue.Create(text);

    private static JsonArray List(IEnumerable<string?> texts) => new([.. texts.Select(t => (JsonNode?)JsonValue.Create(t))]);

    private static JsonObject Texts(Dictionary<string, string?> texts, JsonNode? before)
    {
        var kept = before as JsonObject is { } old ? (JsonObject)old.DeepClone() : [];
        foreach (var (language, text) in texts)
            Put(kept, language, string.IsNullOrWhiteSpace(text) ? null : text.Trim());
        return kept;
    }

    private static void Put(JsonObject json, string name, JsonNode? value)
    {
        if (value is null)
            json.Remove(name);
        else
            json[name] = value;
    }

    private static string Word<TEnum>(TEnum word) where TEnum : struct, Enum
    {
        var name = word.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
