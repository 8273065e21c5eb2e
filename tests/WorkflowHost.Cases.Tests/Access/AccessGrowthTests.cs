using WorkflowHost.Cases.Access;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Cases.Tests.Access;

public sealed class AccessGrowthTests
{
    /// <summary>The clerk role as drafted, and whether a clerk of the north would gain by it.</summary>
    public static TheoryData<string, string, bool, bool> Cases { get; } = new()
    {
        { "tasks.work cases.read", "general personal", false, false },
        { "tasks.work", "general", false, false },
        { "tasks.work cases.read users.manage", "general personal", false, true },
        { "tasks.work cases.read", "general personal medical", false, true },
        { "tasks.work cases.read", "general personal", true, true },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_draft_that_gives_its_author_more_is_noticed(string permissions, string sights, bool allSites, bool grows)
    {
        var before = SamplePlan.Json;
        var after = SamplePlan.With(plan =>
        {
            var role = plan["roles"]![0]!;
            role["permissions"] = new System.Text.Json.Nodes.JsonArray([.. permissions.Split(' ')]);
            role["sensitivity"] = new System.Text.Json.Nodes.JsonArray([.. sights.Split(' ')]);
            role["allSites"] = allSites;
        });

        AccessGrowth.Grows(before, after, [new RoleGrant { Role = "clerk", SiteKey = "north" }]).ShouldBe(grows);
    }

    [Fact]
    public void Tasks_of_another_role_are_growth() =>
        AccessGrowth.Grows(
            SamplePlan.Json,
            SamplePlan.With(plan => plan["roles"]![0]!["alsoAs"] = new System.Text.Json.Nodes.JsonArray("nurse")),
            [new RoleGrant { Role = "clerk", SiteKey = "north" }]).ShouldBeTrue();

    [Fact]
    public void More_for_others_is_no_growth() =>
        AccessGrowth.Grows(SamplePlan.Json, SamplePlan.With(plan => plan["roles"]![1]!["allSites"] = true), [new RoleGrant { Role = "clerk" }])
            .ShouldBeFalse();

    [Fact]
    public void Another_role_held_at_the_same_site_is_what_one_has_already() =>
        AccessGrowth.Grows(
            SamplePlan.Json,
            SamplePlan.With(plan => plan["roles"]![0]!["sensitivity"]!.AsArray().Add("medical")),
            [new RoleGrant { Role = "clerk", SiteKey = "north" }, new RoleGrant { Role = "nurse", SiteKey = "north" }]).ShouldBeFalse();
}
