using System.Globalization;
using System.Text.Json;

namespace JsExpressions.Tests.Differential;

public class GeneratorTests
{
    [Fact]
    public void The_same_seed_makes_the_same_programs()
    {
        string[] Make() => Enumerable.Range(0, 20).Select(seed => new ProgramGenerator(seed).Program()).ToArray();

        Make().ShouldBe(Make());
    }

    /// <summary>Writes programs for reference.js: EXPRESSIONS_PROGRAMS=file:count:firstSeed.</summary>
    [Fact]
    public void Programs_are_written_where_the_environment_says()
    {
        if (Environment.GetEnvironmentVariable("EXPRESSIONS_PROGRAMS")?.Split(':') is not [var path, var count, var first]) return;

        using var writer = new StreamWriter(path);
        var start = int.Parse(first, CultureInfo.InvariantCulture);
        for (var seed = start; seed < start + int.Parse(count, CultureInfo.InvariantCulture); seed++)
            writer.WriteLine(JsonSerializer.Serialize(new ProgramGenerator(seed).Program()));
    }
}
