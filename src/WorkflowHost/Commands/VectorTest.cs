using System.Text.Json.Nodes;

namespace WorkflowHost.Commands;

/// <summary>Runs a file of vectors and prints how many agree, by group, with the first differences.</summary>
internal static class VectorTest
{
    private const int DifferencesShown = 20;
    private const int DifferenceLength = 300;

    /// <summary>Exit code 0 when all agree. <paramref name="judge"/> gives the first difference, or null.</summary>
    public static int Run(string file, Func<JsonObject, string?> judge, IReadOnlyList<string> groups, TextWriter output)
    {
        var counts = new SortedDictionary<string, (int Passed, int All)>(StringComparer.Ordinal);
        var differences = new List<string>();
        foreach (var line in File.ReadLines(file).Where(line => line.Length > 0))
        {
            var vector = JsonNode.Parse(line)!.AsObject();
            var difference = judge(vector);
            if (difference is not null)
                differences.Add($"{vector["id"]}: {(difference.Length > DifferenceLength ? difference[..DifferenceLength] + "…" : difference)}");
            foreach (var group in groups.Select(name => $"{name} {vector[name]}").Append("all"))
            {
                var (passed, all) = counts.GetValueOrDefault(group);
                counts[group] = (passed + (difference is null ? 1 : 0), all + 1);
            }
        }

        foreach (var (group, (passed, all)) in counts)
            output.WriteLine($"{group,-40} {passed,6} of {all,6}");
        foreach (var difference in differences.Take(DifferencesShown))
            output.WriteLine(difference);
        return differences.Count == 0 ? 0 : 1;
    }
}
