using System.Text.Json.Nodes;

namespace WorkflowHost.Replay;

/// <summary>Makes the items of a batch and divides its totals over them.</summary>
internal static class BatchItems
{
    public static IReadOnlyList<Subject> Make(Scenario scenario, ScenarioScripts scripts, Batch batch, int people)
    {
        var count = batch.Rows?.Count
            ?? (batch.Fixed ? batch.Count : Math.Max(1, HouseholdSizes.Scale(batch.Count, people, scenario.People)));
        var shares = batch.Shares.ToDictionary(
            share => share.Name,
            share => Divide(scenario, batch.Name, share, count, HouseholdSizes.Scale(share.Total, people, scenario.People)));
        var items = new List<Subject>(count);
        for (var i = 0; i < count; i++)
        {
            var data = batch.Rows?[i]?.DeepClone().AsObject() ?? [];
            data["number"] = i + 1;
            foreach (var (name, parts) in shares)
                data[name] = parts[i];
            var item = new Subject(batch.Name, Population.Invariant($"{batch.Name}-{i + 1}"), data, null);
            scripts.Fill(batch.Item, item, data, $"$.batches.{batch.Name}.item");
            items.Add(item);
        }

        return items;
    }

    private static int[] Divide(Scenario scenario, string batch, BatchShare share, int count, int total)
    {
        if (total < count)
            throw new ScenarioException($"$.batches.{batch}.shares.{share.Name}: {total} cannot be divided over {count} items");
        var random = new KeyedRandom(scenario.Seed, "batch", batch, share.Name);
        var weights = Enumerable.Range(0, count).Select(_ => 0.3 + random.Next()).ToArray();
        var sum = weights.Sum();
        // Cumulative rounding: the parts differ from their exact share by less than one and add up to the total.
        var parts = new int[count];
        double until = 0;
        var given = 0;
        for (var i = 0; i < count; i++)
        {
            until += weights[i];
            var target = i == count - 1 ? total - count : (int)Math.Round((total - count) * until / sum);
            parts[i] = 1 + target - given;
            given = target;
        }

        return parts;
    }
}
