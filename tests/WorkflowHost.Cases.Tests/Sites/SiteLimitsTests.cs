using System.Text.Json.Nodes;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Sites;
using WorkflowHost.Cases.Tests.Assignment;

namespace WorkflowHost.Cases.Tests.Sites;

public sealed class SiteLimitsTests
{
    // The worked check: 1,081 people in a place that carries 400.
    [Fact]
    public void The_smallest_limit_binds()
    {
        var limits = Of(new() { ["area"] = 2400, ["agua"] = 9000, ["sanitarios"] = 20, ["banos"] = 12 });

        limits.Lines.Select(l => l.People).ShouldBe([null, 685, 600, 400, 600]);
        limits.People.ShouldBe(400);
        limits.Binding!.Limit.Key.ShouldBe("sanitarios");
        limits.Excess.ShouldBe(limits.Places - 400);
    }

    [Fact]
    public void Of_equal_limits_the_first_of_the_plan_binds() =>
        Of(new() { ["agua"] = 600, ["sanitarios"] = 2 }).Binding!.Limit.Key.ShouldBe("agua");

    [Fact]
    public void A_site_may_have_a_ratio_of_its_own()
    {
        var limits = Of(new() { ["area"] = 2400 }, new() { ["area"] = 4.5 });

        limits.People.ShouldBe(533);
        limits.Binding!.OwnRatio.ShouldBeTrue();
    }

    [Fact]
    public void Without_figures_nothing_binds()
    {
        var limits = Of([]);

        limits.Binding.ShouldBeNull();
        limits.Excess.ShouldBe(0);
    }

    [Fact]
    public void More_places_than_the_figures_carry_are_a_warning_until_somebody_says_why()
    {
        string Json(string? reason) => ChangedJson(site =>
        {
            site["figures"] = new JsonObject { ["sanitarios"] = 1 };
            if (reason is null)
                site.Remove("overCapacityReason");
            else
                site["overCapacityReason"] = reason;
        });

        var warning = PlanLint.Check(Json(null)).ShouldHaveSingleItem();
        warning.Code.ShouldBe("over_capacity");
        warning.IsWarning.ShouldBeTrue();
        PlanLint.Check(Json("Solo esta semana")).ShouldBeEmpty();
    }

    [Fact]
    public void The_shipped_plan_has_no_problems() => PlanLint.Check(ShippedPlan.Json).ShouldBeEmpty();

    private static SiteLimits Of(JsonObject figures, JsonObject? ratios = null)
    {
        var plan = Plan.Parse(ChangedJson(site =>
        {
            site["figures"] = figures;
            if (ratios is not null)
                site["ratios"] = ratios;
        }));
        return SiteLimits.Of(plan, plan.Sites[0]);
    }

    private static string ChangedJson(Action<JsonObject> change)
    {
        var json = (JsonObject)JsonNode.Parse(ShippedPlan.Json)!;
        change((JsonObject)json["sites"]![0]!);
        return json.ToJsonString();
    }
}
