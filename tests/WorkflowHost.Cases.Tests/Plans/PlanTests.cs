using WorkflowHost.Cases.Indicators;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Sites;

namespace WorkflowHost.Cases.Tests.Plans;

public sealed class PlanTests
{
    private readonly Plan _plan = SamplePlan.Parse();

    [Fact]
    public void Everything_is_read()
    {
        _plan.Title.In("en").ShouldBe("Sample");
        _plan.Title.In("ht").ShouldBe("Ejemplo");
        _plan.Roles[2].AllSites.ShouldBeTrue();
        _plan.Sites[2].State.ShouldBe(SiteState.Planned);
        _plan.FindCaseType("person")!.FolioPrefix.ShouldBe("PER");
        _plan.FindCaseType("person")!.IsOpen("left").ShouldBeFalse();
        _plan.FindIndicator("arrivals")!.UniqueBy.ShouldBe(IndicatorUnique.Case);
        _plan.FindIndicator("donations")!.Measure.ShouldBe(IndicatorMeasure.Sum);
        _plan.AssignmentRules[0].Sites.ShouldBeEmpty();
        _plan.AssignmentRules[0].Final.ShouldBeTrue();
        _plan.WebhookSources[0].Starts.ShouldBe("intake");
        _plan.Json.ShouldBe(SamplePlan.Json);
    }

    [Fact]
    public void A_day_is_a_day_at_the_sites() =>
        _plan.DayOf(new DateTimeOffset(2021, 12, 10, 6, 0, 0, TimeSpan.Zero)).ShouldBe(new DateOnly(2021, 12, 9));
}
