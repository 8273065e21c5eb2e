namespace JsExpressions.Tests.Differential;

public class SampleTests
{
    [Theory]
    [InlineData("language.jsonl")]
    [InlineData("lodash.jsonl")]
    [InlineData("moment.jsonl")]
    [InlineData("programs.jsonl")]
    public void The_engine_agrees_with_V8(string file)
    {
        var cases = Sample.Read(Path.Combine(AppContext.BaseDirectory, "Differential", file)).ToList();

        Sample.Differences(cases).ShouldBeEmpty();

        cases.Count.ShouldBeGreaterThan(20);
    }

    /// <summary>The full run: EXPRESSIONS_SAMPLE names a file made by reference.js.</summary>
    [Fact]
    public void The_engine_agrees_with_V8_on_the_sample_named_by_the_environment()
    {
        if (Environment.GetEnvironmentVariable("EXPRESSIONS_SAMPLE") is not { } path) return;

        Sample.Differences(Sample.Read(path)).ShouldBeEmpty();
    }
}
