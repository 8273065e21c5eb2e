using System.Text.Json.Nodes;

namespace WorkflowHost.Commands;

/// <summary>
/// Runs a file of vectors and prints how many agree, by group, with the first differences. Vectors that carry
/// <c>quirks</c> are counted apart: there the reference does what we decided not to copy (docs/quirks.md).
/// </summary>
internal static class VectorTest
{
    private const int DifferencesShown = 20;
    private const int DifferenceLength = 300;

    /// <summary>Exit code 0 when all agree but for the quirks. <paramref name="judge"/> gives the first difference, or null.</summary>
    public static int Run(string file, Func<JsonObject, string?> judge, IReadOnlyList<string> groups, TextWriter output)
    {
        var counts = new SortedDictionary<string, (int Passed, int All)>(StringComparer.Ordinal);
        var quirks = new SortedDictionary<string, (int Passed, int All)>(StringComparer.Ordinal);
        var differences = new List<string>();
        var decided = new List<string>();
        foreach (var line in File.ReadLines(file).Where(line => line.Length > 0))
        {
            var vector = JsonNode.Parse(line)!.AsObject();
            var difference = judge(vector);
            var named = Quirks(vector);
            if (difference is not null)
                (named.Count > 0 ? decided : differences).Add($"{vector["id"]}: {Shortened(difference)}");
            if (named.Count > 0)
                Count(quirks, named, difference);
            else
                Count(counts, groups.Select(name => $"{name} {vector[name]}").Append("all"), difference);
        }

        Print(counts, output);
        if (quirks.Count > 0)
        {
            Print(quirks, output);
            output.WriteLine($"quirks: {decided.Count} decided otherwise, see docs/quirks.md");
        }

        foreach (var difference in differences.Concat(decided).Take(DifferencesShown))
            output.WriteLine(difference);
        return differences.Count == 0 ? 0 : 1;
    }

    private static void Count(
        SortedDictionary<string, (int Passed, int All)> counts, IEnumerable<string> groups, string? difference)
    {
        foreach (var group in groups)
        {
            var (passed, all) = counts.GetValueOrDefault(group);
            counts[group] = (passed + (difference is null ? 1 : 0), all + 1);
        }
    }

    private static void Print(SortedDictionary<string, (int Passed, int All)> counts, TextWriter output)
    {
        foreach (var (group, (passed, all)) in counts)
            output.WriteLine($"{group,-60} {passed,6} of {all,6}");
    }

    private static List<string> Quirks(JsonObject vector) =>
        [.. (vector["quirks"] as JsonArray ?? []).Select(quirk => $"quirk {quirk}")];

    private static string Shortened(string difference) =>
        difference.Length > DifferenceLength ? difference[..DifferenceLength] + "…" : difference;
}
