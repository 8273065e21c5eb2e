using WorkflowHost.Engine.Scenarios;
using Xunit.Abstractions;

namespace WorkflowHost.Engine.Tests.Vectors;

/// <summary>The engine against the recorded results of the real Elsa 3.8.</summary>
public sealed class VectorTests(ITestOutputHelper output)
{
    public static TheoryData<string, FlowchartMode> Cases()
    {
        var cases = new TheoryData<string, FlowchartMode>();
        foreach (var vector in Vector.All)
            if (!vector.IsElsaDefect && !VectorDeviations.Ids.ContainsKey(vector.Id))
                foreach (var mode in vector.Modes)
                    cases.Add(vector.Id, mode);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_engine_does_what_Elsa_did(string id, FlowchartMode mode)
    {
        var vector = Vector.Find(id);

        var actual = vector.Run(mode);

        output.WriteLine(actual.ToJsonString(EngineJson.Options));
        ScenarioComparison.Difference(vector, actual).ShouldBeNull();
    }

    [Fact]
    public void What_is_compared_loosely_agrees_too()
    {
        var scores = Vector.All.Where(vector => !vector.IsElsaDefect && !VectorDeviations.Ids.ContainsKey(vector.Id))
            .SelectMany(vector => ScenarioComparison.Scores(vector, vector.Run()).Select(score => (vector.Id, score.Kind, score.Difference)))
            .ToList();

        foreach (var (id, kind, difference) in scores.Where(score => score.Difference is not null))
            output.WriteLine($"{kind} {id}: {difference}");
        scores.Count(score => score.Difference is null).ShouldBeGreaterThan(scores.Count * 96 / 100);
    }

    [Fact]
    public void Cases_where_Elsa_itself_broke_do_not_break_the_engine()
    {
        foreach (var vector in Vector.All.Where(vector => vector.IsElsaDefect))
            foreach (var mode in vector.Modes)
                vector.Run(mode).ShouldNotBeNull();
    }

    [Fact]
    public void Every_listed_deviation_still_deviates()
    {
        var healed = new List<string>();
        foreach (var vector in Vector.All.Where(vector => VectorDeviations.Ids.ContainsKey(vector.Id)))
        {
            var differences = vector.Modes
                .Select(mode => ScenarioComparison.Difference(vector, vector.Run(mode))).OfType<string>().ToList();
            output.WriteLine($"{vector.Id}: {string.Join(" | ", differences)}");
            if (differences.Count == 0)
                healed.Add(vector.Id);
        }

        healed.ShouldBeEmpty("these vectors pass now: take them off the list");
    }
}
