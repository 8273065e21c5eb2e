using System.Globalization;
using System.Text;
using Formio.Tests.Vectors;

namespace Formio.Tests.Differential;

/// <summary>
/// Random forms and submissions, and what form.io core made of them (<c>generate.mjs 400 20260315</c> through
/// <c>reference.mjs</c>, lines with a decided quirk left out). The full comparison is <c>run.sh</c>.
/// </summary>
public class SampleTests
{
    [Fact]
    public void Random_forms_get_the_verdict_of_form_io_core()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Differential", "sample.jsonl");
        var report = new StringBuilder();

        foreach (var vector in Vector.Read(file))
        {
            if (Comparer.Differences(vector, vector.Run()).FirstOrDefault() is { } difference)
                report.Append(CultureInfo.InvariantCulture, $"{vector.Id}: {difference}\n");
        }

        report.ToString().ShouldBeEmpty();
    }
}
