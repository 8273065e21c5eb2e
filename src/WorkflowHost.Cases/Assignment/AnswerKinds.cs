using System.Text.Json.Nodes;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Cases.Assignment;

/// <summary>All ways in which one person (or one household) can answer a list of predicates, each with an example.</summary>
internal sealed class AnswerKinds
{
    private const int MostExamples = 20_000;

    public AnswerKinds(
        IReadOnlyList<IReadOnlyList<FieldTest>> predicates, Plan plan, string? caseType, IReadOnlyDictionary<string, IReadOnlyList<string>> catalogs)
    {
        var fields = predicates.SelectMany(tests => tests).GroupBy(test => test.Field).Select(tests =>
        {
            var known = plan.CaseTypes.Where(t => caseType is null || t.Key == caseType)
                .SelectMany(t => t.Fields).Where(f => f.Key == tests.Key).ToList();
            var allowed = known.Select(f => f.Catalog).OfType<string>().SelectMany(c => catalogs.GetValueOrDefault(c) ?? []);
            return FieldValues.Of(tests.Key, tests.ToList(), known.Select(f => f.Kind).ToHashSet(), allowed.Distinct().ToList());
        }).ToList();

        var examples = fields.Aggregate(1L, (product, field) => Math.Min(MostExamples + 1L, product * field.Values.Count));
        Complete = examples <= MostExamples && fields.TrueForAll(f => f.Complete);
        if (examples > MostExamples)
            return;
        var kinds = new Dictionary<string, AnswerKind>(StringComparer.Ordinal);
        foreach (var example in Examples(fields, 0, []))
        {
            var answers = predicates.Select(tests => tests.All(test => test.Holds(example))).ToArray();
            kinds.TryAdd(string.Concat(answers.Select(a => a ? '1' : '0')), new AnswerKind(answers, example));
        }

        All = [.. kinds.Values];
    }

    public IReadOnlyList<AnswerKind> All { get; } = [];

    /// <summary>False when there were too many to look at.</summary>
    public bool Complete { get; }

    private static IEnumerable<JsonObject> Examples(List<FieldValues> fields, int index, JsonObject chosen)
    {
        if (index == fields.Count)
        {
            yield return (JsonObject)chosen.DeepClone();
            yield break;
        }

        foreach (var value in fields[index].Values)
        {
            chosen.Remove(fields[index].Field);
            if (value is not null)
                chosen[fields[index].Field] = value.DeepClone();
            foreach (var example in Examples(fields, index + 1, chosen))
                yield return example;
        }

        chosen.Remove(fields[index].Field);
    }
}
