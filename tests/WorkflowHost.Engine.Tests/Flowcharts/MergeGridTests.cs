using WorkflowHost.Engine.Tests.Scenarios;

namespace WorkflowHost.Engine.Tests.Flowcharts;

/// <summary>The grids A.1 and A.2 of the contract: charts against merge modes and joins, as the real engine ran them.</summary>
public sealed class MergeGridTests
{
    [Theory]
    [InlineData("s>a, s>b, a>c, b>c, c>z", "", "", FlowchartMode.Counter, "", "", "Finished [s,a,b,c,z]")] // J01
    [InlineData("s>a, s>b, a>c, b>c, c>z", "", "", FlowchartMode.Token, "", "", "Finished [s,a,b,c,z]")] // J01
    [InlineData("s>a, s>b, a>c, b>c, c>z", "", "", FlowchartMode.Token, "Merge", "", "Finished [s,a,b,c,z]")] // J01
    [InlineData("s>a, s>b, a>c, b>c, c>z", "", "", FlowchartMode.Token, "Converge", "", "Finished [s,a,b,c,z]")] // J01
    [InlineData("s>a, s>b, a>c, b>c, c>z", "", "", FlowchartMode.Token, "Cascade", "", "Finished [s,a,b,c,z]")] // J01
    [InlineData("s>a, s>b, a>c, b>c, c>z", "", "", FlowchartMode.Token, "Race", "", "Finished [s,a,b,c,z]")] // J01
    [InlineData("s>a, s>b1, b1>b2, a>c, b2>c, c>z", "", "", FlowchartMode.Counter, "", "", "Finished [s,a,b1,b2,c,z]")] // J02
    [InlineData("s>a, s>b1, b1>b2, a>c, b2>c, c>z", "", "", FlowchartMode.Token, "", "", "Finished [s,a,b1,c,b2,z,c,z]")] // J02
    [InlineData("s>a, s>b1, b1>b2, a>c, b2>c, c>z", "", "", FlowchartMode.Token, "Merge", "", "Finished [s,a,b1,b2,c,z]")] // J02
    [InlineData("s>a, s>b1, b1>b2, a>c, b2>c, c>z", "", "", FlowchartMode.Token, "Converge", "", "Finished [s,a,b1,b2,c,z]")] // J02
    [InlineData("s>a, s>b1, b1>b2, a>c, b2>c, c>z", "", "", FlowchartMode.Token, "Cascade", "", "Suspended [s,a,b1,c,b2,z]")] // J02
    [InlineData("s>a, s>b1, b1>b2, a>c, b2>c, c>z", "", "", FlowchartMode.Token, "Race", "", "Suspended [s,a,b1,c,b2,z]")] // J02
    [InlineData("d:True>a, d:False>b, a>c, b>c, c>z", "", "d=true", FlowchartMode.Counter, "", "", "Finished [a,c,z]")] // J03
    [InlineData("d:True>a, d:False>b, a>c, b>c, c>z", "", "d=true", FlowchartMode.Token, "", "", "Finished [a,c,z]")] // J03
    [InlineData("d:True>a, d:False>b, a>c, b>c, c>z", "", "d=true", FlowchartMode.Token, "Merge", "", "Suspended [a]")] // J03
    [InlineData("d:True>a, d:False>b, a>c, b>c, c>z", "", "d=true", FlowchartMode.Token, "Converge", "", "Suspended [a]")] // J03
    [InlineData("d:True>a, d:False>b, a>c, b>c, c>z", "", "d=true", FlowchartMode.Token, "Cascade", "", "Finished [a,c,z]")] // J03
    [InlineData("d:True>a, d:False>b, a>c, b>c, c>z", "", "d=true", FlowchartMode.Token, "Race", "", "Finished [a,c,z]")] // J03
    [InlineData("s>a, s>d, a>c, d:True>c, c>z", "", "d=false", FlowchartMode.Counter, "", "", "Finished [s,a,c,z]")] // J04
    [InlineData("s>a, s>d, a>c, d:True>c, c>z", "", "d=false", FlowchartMode.Token, "", "", "Suspended [s,a]")] // J04
    [InlineData("s>a, s>d, a>c, d:True>c, c>z", "", "d=false", FlowchartMode.Token, "Merge", "", "Suspended [s,a]")] // J04
    [InlineData("s>a, s>d, a>c, d:True>c, c>z", "", "d=false", FlowchartMode.Token, "Converge", "", "Suspended [s,a]")] // J04
    [InlineData("s>a, s>d, a>c, d:True>c, c>z", "", "d=false", FlowchartMode.Token, "Cascade", "", "Finished [s,a,c,z]")] // J04
    [InlineData("s>a, s>d, a>c, d:True>c, c>z", "", "d=false", FlowchartMode.Token, "Race", "", "Finished [s,a,c,z]")] // J04
    [InlineData("s>a, s>p, a>c, p>c, c>z", "p", "", FlowchartMode.Counter, "", "p", "Suspended [s,a] bm1 > Finished [c,z]")] // J05
    [InlineData("s>a, s>p, a>c, p>c, c>z", "p", "", FlowchartMode.Token, "", "p", "Suspended [s,a] bm1 > Finished [c,z]")] // J05
    [InlineData("s>a, s>p, a>c, p>c, c>z", "p", "", FlowchartMode.Token, "Merge", "p", "Suspended [s,a] bm1 > Finished [c,z]")] // J05
    [InlineData("s>a, s>p, a>c, p>c, c>z", "p", "", FlowchartMode.Token, "Converge", "p", "Suspended [s,a] bm1 > Finished [c,z]")] // J05
    [InlineData("s>a, s>p, a>c, p>c, c>z", "p", "", FlowchartMode.Token, "Cascade", "p", "Suspended [s,a,c,z] bm1 > Suspended []")] // J05
    [InlineData("s>a, s>p, a>c, p>c, c>z", "p", "", FlowchartMode.Token, "Race", "p", "Suspended [s,a,c,z] bm1 > Suspended []")] // J05
    [InlineData("s>p, s>q, p>c, q>c, c>z", "p q", "", FlowchartMode.Counter, "", "q p", "Suspended [s] bm2 > Suspended [] bm1 > Finished [c,z]")] // J06
    [InlineData("s>p, s>q, p>c, q>c, c>z", "p q", "", FlowchartMode.Token, "", "q p", "Suspended [s] bm2 > Suspended [] bm1 > Finished [c,z]")] // J06
    [InlineData("s>p, s>q, p>c, q>c, c>z", "p q", "", FlowchartMode.Token, "Merge", "q p", "Suspended [s] bm2 > Suspended [] bm1 > Finished [c,z]")] // J06
    [InlineData("s>p, s>q, p>c, q>c, c>z", "p q", "", FlowchartMode.Token, "Converge", "q p", "Suspended [s] bm2 > Suspended [] bm1 > Finished [c,z]")] // J06
    [InlineData("s>p, s>q, p>c, q>c, c>z", "p q", "", FlowchartMode.Token, "Cascade", "q p", "Suspended [s] bm2 > Suspended [c,z] bm1 > Suspended []")] // J06
    [InlineData("s>p, s>q, p>c, q>c, c>z", "p q", "", FlowchartMode.Token, "Race", "q p", "Suspended [s] bm2 > Finished [c,z]")] // J06
    [InlineData("s>p, s>q, p:Yes>c, q:Yes>c, c>z", "p q", "", FlowchartMode.Counter, "", "q=No p=Yes", "Suspended [s] bm2 > Suspended [] bm1 > Finished [c,z]")] // J07
    [InlineData("s>p, s>q, p:Yes>c, q:Yes>c, c>z", "p q", "", FlowchartMode.Token, "", "q=No p=Yes", "Suspended [s] bm2 > Suspended [] bm1 > Finished [c,z]")] // J07
    [InlineData("s>p, s>q, p:Yes>c, q:Yes>c, c>z", "p q", "", FlowchartMode.Token, "Merge", "q=No p=Yes", "Suspended [s] bm2 > Suspended [] bm1 > Suspended []")] // J07
    [InlineData("s>p, s>q, p:Yes>c, q:Yes>c, c>z", "p q", "", FlowchartMode.Token, "Converge", "q=No p=Yes", "Suspended [s] bm2 > Suspended [] bm1 > Suspended []")] // J07
    [InlineData("s>p, s>q, p:Yes>c, q:Yes>c, c>z", "p q", "", FlowchartMode.Token, "Cascade", "q=No p=Yes", "Suspended [s] bm2 > Suspended [] bm1 > Finished [c,z]")] // J07
    [InlineData("s>p, s>q, p:Yes>c, q:Yes>c, c>z", "p q", "", FlowchartMode.Token, "Race", "q=No p=Yes", "Suspended [s] bm2 > Suspended [] bm1 > Finished [c,z]")] // J07
    public void Merge_modes_decide_as_in_Elsa(
        string arrows, string waiting, string decision, FlowchartMode mode, string merge, string resumes, string expected)
    {
        var chart = Decide(Chart.Of(arrows).Waiting(waiting.Split(' ', StringSplitOptions.RemoveEmptyEntries)), decision);
        if (merge.Length > 0)
            chart.Merge("c", merge);

        Scenario.Tell(chart, Scenario.Upstream(mode), resumes).ShouldBe(expected);
    }

    [Theory]
    [InlineData("s>a, s>b, a>j, b>j, j>z", "", "", FlowchartMode.Counter, "WaitAll", "", "Finished [s,a,b,z]")] // K01
    [InlineData("s>a, s>b, a>j, b>j, j>z", "", "", FlowchartMode.Token, "WaitAll", "", "Finished [s,a,b,z]")] // K01
    [InlineData("s>a, s>b, a>j, b>j, j>z", "", "", FlowchartMode.Counter, "WaitAllActive", "", "Finished [s,a,b,z]")] // K01
    [InlineData("s>a, s>b, a>j, b>j, j>z", "", "", FlowchartMode.Token, "WaitAllActive", "", "Finished [s,a,b,z]")] // K01
    [InlineData("s>a, s>b, a>j, b>j, j>z", "", "", FlowchartMode.Counter, "WaitAny", "", "Finished [s,a,b,z]")] // K01
    [InlineData("s>a, s>b, a>j, b>j, j>z", "", "", FlowchartMode.Token, "WaitAny", "", "Finished [s,a,b,z]")] // K01
    [InlineData("s>a, s>d, a>j, d:True>j, j>z", "", "d=false", FlowchartMode.Counter, "WaitAll", "", "Finished [s,a]")] // K02
    [InlineData("s>a, s>d, a>j, d:True>j, j>z", "", "d=false", FlowchartMode.Token, "WaitAll", "", "Suspended [s,a]")] // K02
    [InlineData("s>a, s>d, a>j, d:True>j, j>z", "", "d=false", FlowchartMode.Counter, "WaitAllActive", "", "Finished [s,a,z]")] // K02
    [InlineData("s>a, s>d, a>j, d:True>j, j>z", "", "d=false", FlowchartMode.Token, "WaitAllActive", "", "Suspended [s,a]")] // K02
    [InlineData("s>a, s>d, a>j, d:True>j, j>z", "", "d=false", FlowchartMode.Counter, "WaitAny", "", "Finished [s,a,z]")] // K02
    [InlineData("s>a, s>d, a>j, d:True>j, j>z", "", "d=false", FlowchartMode.Token, "WaitAny", "", "Finished [s,a,z]")] // K02
    [InlineData("d:True>a, d:False>b, a>j, b>j, j>z", "", "d=true", FlowchartMode.Counter, "WaitAll", "", "Finished [a]")] // K03
    [InlineData("d:True>a, d:False>b, a>j, b>j, j>z", "", "d=true", FlowchartMode.Token, "WaitAll", "", "Suspended [a]")] // K03
    [InlineData("d:True>a, d:False>b, a>j, b>j, j>z", "", "d=true", FlowchartMode.Counter, "WaitAllActive", "", "Finished [a,z]")] // K03
    [InlineData("d:True>a, d:False>b, a>j, b>j, j>z", "", "d=true", FlowchartMode.Token, "WaitAllActive", "", "Suspended [a]")] // K03
    [InlineData("d:True>a, d:False>b, a>j, b>j, j>z", "", "d=true", FlowchartMode.Counter, "WaitAny", "", "Finished [a,z]")] // K03
    [InlineData("d:True>a, d:False>b, a>j, b>j, j>z", "", "d=true", FlowchartMode.Token, "WaitAny", "", "Finished [a,z]")] // K03
    [InlineData("s>p, s>q, p>j, q>j, j>z", "p q", "", FlowchartMode.Counter, "WaitAll", "q p", "Suspended [s] bm2 > Suspended [] bm1 > Finished [z]")] // K04
    [InlineData("s>p, s>q, p>j, q>j, j>z", "p q", "", FlowchartMode.Token, "WaitAll", "q p", "Suspended [s] bm2 > Suspended [] bm1 > Finished [z]")] // K04
    [InlineData("s>p, s>q, p>j, q>j, j>z", "p q", "", FlowchartMode.Counter, "WaitAllActive", "q p", "Suspended [s] bm2 > Suspended [] bm1 > Finished [z]")] // K04
    [InlineData("s>p, s>q, p>j, q>j, j>z", "p q", "", FlowchartMode.Token, "WaitAllActive", "q p", "Suspended [s] bm2 > Suspended [] bm1 > Finished [z]")] // K04
    [InlineData("s>p, s>q, p>j, q>j, j>z", "p q", "", FlowchartMode.Counter, "WaitAny", "q p", "Suspended [s] bm2 > Finished [z]")] // K04
    [InlineData("s>p, s>q, p>j, q>j, j>z", "p q", "", FlowchartMode.Token, "WaitAny", "q p", "Suspended [s] bm2 > Finished [z]")] // K04
    [InlineData("s>a, s>p, a>j, p>j, j>z", "p", "", FlowchartMode.Counter, "WaitAll", "p", "Suspended [s,a] bm1 > Finished [z]")] // K05
    [InlineData("s>a, s>p, a>j, p>j, j>z", "p", "", FlowchartMode.Token, "WaitAll", "p", "Suspended [s,a] bm1 > Finished [z]")] // K05
    [InlineData("s>a, s>p, a>j, p>j, j>z", "p", "", FlowchartMode.Counter, "WaitAllActive", "p", "Suspended [s,a] bm1 > Finished [z]")] // K05
    [InlineData("s>a, s>p, a>j, p>j, j>z", "p", "", FlowchartMode.Token, "WaitAllActive", "p", "Suspended [s,a] bm1 > Finished [z]")] // K05
    [InlineData("s>a, s>p, a>j, p>j, j>z", "p", "", FlowchartMode.Counter, "WaitAny", "p", "Finished [s,a,z,z]")] // K05
    [InlineData("s>a, s>p, a>j, p>j, j>z", "p", "", FlowchartMode.Token, "WaitAny", "p", "Finished [s,a,z]")] // K05
    public void Joins_decide_as_in_Elsa(
        string arrows, string waiting, string decision, FlowchartMode mode, string join, string resumes, string expected)
    {
        var chart = Decide(Chart.Of(arrows).Waiting(waiting.Split(' ', StringSplitOptions.RemoveEmptyEntries)), decision).Join("j", join);

        Scenario.Tell(chart, Scenario.Upstream(mode), resumes).ShouldBe(expected);
    }

    private static Chart Decide(Chart chart, string decision) =>
        decision.Length == 0 ? chart : chart.Decision("d", decision == "d=true");
}
