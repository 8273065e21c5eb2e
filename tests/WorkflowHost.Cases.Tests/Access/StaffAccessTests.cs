using System.Text.Json.Nodes;
using WorkflowHost.Cases.Access;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Tasks;

namespace WorkflowHost.Cases.Tests.Access;

public sealed class StaffAccessTests
{
    private static readonly Plan Plan = SamplePlan.Parse();

    [Theory]
    [InlineData("clerk@north", "tasks.work", "north", true)]
    [InlineData("clerk@north", "tasks.work", "south", false)]
    [InlineData("clerk@north", "tasks.work", null, true)]
    [InlineData("clerk@", "tasks.work", "south", true)]
    [InlineData("clerk@north", "audit.read", "north", false)]
    [InlineData("chief@north", "indicators.read", "south", true)]
    [InlineData("ghost@", "tasks.work", "north", false)]
    public void A_permission_is_held_where_its_role_is(string grant, string permission, string? site, bool expected) =>
        Of(grant).May(permission, site).ShouldBe(expected);

    [Theory]
    [InlineData("clerk@north", Sensitivity.Personal, "north", true)]
    [InlineData("clerk@north", Sensitivity.Medical, "north", false)]
    [InlineData("nurse@north", Sensitivity.Medical, "south", false)]
    [InlineData("clerk@north nurse@south", Sensitivity.Medical, "north", false)]
    [InlineData("clerk@north nurse@south", Sensitivity.Medical, "south", true)]
    [InlineData("chief@", Sensitivity.General, "north", false)]
    public void Reading_needs_role_site_and_sensitivity_in_one_grant(
        string grants, Sensitivity sensitivity, string site, bool expected) =>
        Of(grants).MayRead(sensitivity, site).ShouldBe(expected);

    [Theory]
    [InlineData("nurse@north", "nurse", "north", Sensitivity.Medical, true)]
    [InlineData("nurse@south", "nurse", "north", Sensitivity.Medical, false)]
    [InlineData("clerk@north", "nurse", "north", Sensitivity.General, false)]
    [InlineData("nurse@north", "nurse", "north", Sensitivity.Personal, false)]
    [InlineData("nurse@north", "nurse", null, Sensitivity.General, true)]
    public void A_task_is_worked_by_its_role_at_its_site(
        string grants, string role, string? site, Sensitivity sensitivity, bool expected)
    {
        var task = new HumanTask
        {
            InstanceId = "i", BookmarkId = "b", Form = "f", Title = "t", Role = role, SiteKey = site, Sensitivity = sensitivity,
        };

        Of(grants).MayWork(task).ShouldBe(expected);
    }

    [Fact]
    public void Fields_are_shown_by_sensitivity_and_undeclared_ones_are_protected()
    {
        var data = new JsonObject { ["name"] = "Ana", ["age"] = 30, ["illness"] = "x", ["other"] = 1 };

        Of("clerk@north").Readable(Plan.CaseTypes[0], data, "north").Select(p => p.Key).ShouldBe(["name", "age"]);
        Of("nurse@north").Readable(Plan.CaseTypes[0], data, "north").Select(p => p.Key).ShouldBe(["age", "illness"]);
        Of("nurse@north").Readable(Plan.CaseTypes[0], data, "south").ShouldBeEmpty();
    }

    [Fact]
    public void Sites_of_a_permission_are_everywhere_somewhere_or_nowhere()
    {
        Of("clerk@north nurse@south").SitesWith("tasks.work").ShouldBe(["north", "south"], ignoreOrder: true);
        Of("chief@north").SitesWith("indicators.read").ShouldBeNull();
        Of("chief@north").SitesWith("tasks.work")!.ShouldBeEmpty();
    }

    private static StaffAccess Of(string grants) =>
        new(Plan, grants.Split(' ').Select(g => g.Split('@')).Select(g => new RoleGrant
        {
            Role = g[0], SiteKey = g[1].Length == 0 ? null : g[1],
        }));
}
