using System.Globalization;
using System.Text;

namespace Formio.Tests.Vectors;

public class VectorTests
{
    [Theory]
    [InlineData("plain", 1.0)]
    [InlineData("jsonlogic", 1.0)]
    [InlineData("js", 1.0)]
    public void Every_vector_without_a_quirk_gives_what_form_io_gives(string tag, double wanted)
    {
        var vectors = Vector.Read(Vector.Path("dev.jsonl")).Where(vector => vector.Tag == tag && vector.Quirks.Count == 0).ToList();

        var failures = vectors.Select(vector => (vector, Problem: Judge(vector))).Where(pair => pair.Problem is not null).ToList();

        var report = new StringBuilder(FormattableString.Invariant($"{tag}: {vectors.Count - failures.Count} of {vectors.Count} pass\n"));
        foreach (var area in failures.GroupBy(pair => pair.vector.Area).OrderByDescending(area => area.Count()))
            report.Append(CultureInfo.InvariantCulture, $"  {area.Key}: {area.Count()} of {vectors.Count(vector => vector.Area == area.Key)} fail\n");
        foreach (var (vector, problem) in failures) report.Append(CultureInfo.InvariantCulture, $"{vector.Id}: {problem}\n");
        if (Environment.GetEnvironmentVariable("FORMIO_VECTOR_REPORT") is { Length: > 0 } folder)
            File.WriteAllText(Path.Combine(folder, $"vectors-{tag}.txt"), report.ToString());

        ((double)(vectors.Count - failures.Count) / vectors.Count).ShouldBeGreaterThanOrEqualTo(wanted, report.ToString());
    }

    private static string? Judge(Vector vector)
    {
        try
        {
            return Comparer.Differences(vector, vector.Run()).FirstOrDefault();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return exception.ToString();
        }
    }
}
