using System.Text.Json.Nodes;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.World;

namespace WorkflowHost.Cases.Tests.Sites;

public sealed class PlaceAssignmentTests
{
    private static readonly DateTimeOffset Noon = new(2021, 12, 9, 20, 0, 0, TimeSpan.Zero);

    private readonly MemoryCaseWorld _world = new(SamplePlan.Parse(), Noon, "ana");

    [Fact]
    public void The_first_rule_that_holds_decides_and_says_why()
    {
        var decision = _world.Reserve(People(30, 3), null, null);

        decision.ShouldBe(new(true, "south", "families", "with-children", "Familia con niños"));
        _world.FindStay(_world.Cases[1].Id)!.SiteKey.ShouldBe("south");
    }

    [Fact]
    public void A_group_that_does_not_fit_goes_to_the_next_site_together()
    {
        _world.Reserve(People(30, 3, 4), null, null).SiteKey.ShouldBe("north");

        _world.Stays.Select(s => s.SiteKey).Distinct().ShouldBe(["north"]);
    }

    [Fact]
    public void Without_room_the_next_rule_that_holds_is_tried()
    {
        _world.Reserve(People(30, 3, 4, 5, 6), null, null).Placed.ShouldBeFalse();
        _world.Reserve(People(30, 3, 4, 5), null, null).Rule.ShouldBe("with-children");
        _world.Reserve(People(30, 3, 4), null, null).Rule.ShouldBe("adults");
    }

    [Fact]
    public void A_final_rule_without_room_ends_the_search()
    {
        _world.Reserve(People(9), null, null).Segment.ShouldBe("minors");

        var refused = _world.Reserve(People(10), null, null);

        refused.Placed.ShouldBeFalse();
        refused.Rule.ShouldBe("alone");
        _world.Stays.Count.ShouldBe(1);
    }

    [Fact]
    public void A_person_may_choose_site_and_segment()
    {
        _world.Reserve(People(9), "south", "adults").Segment.ShouldBe("adults");
        _world.Reserve(People(40), "south", null).SiteKey.ShouldBe("south");
        _world.Reserve(People(40), "west", null).Placed.ShouldBeFalse();
    }

    [Fact]
    public void The_own_site_comes_first_where_a_rule_names_none()
    {
        var person = _world.Create("person", new JsonObject { ["age"] = 40 }, "south");

        _world.Reserve([person], null, null).SiteKey.ShouldBe("south");
    }

    [Fact]
    public void Asking_again_changes_nothing()
    {
        var family = People(30, 3);
        _world.Reserve(family, null, null);

        _world.Reserve(family, null, null).SiteKey.ShouldBe("south");

        _world.Stays.Count.ShouldBe(2);
        _world.Pools("south").Single(p => p.Segment == "families").Taken.ShouldBe(2);
    }

    [Fact]
    public void A_person_who_leaves_makes_room()
    {
        var first = People(9);
        _world.Reserve(first, null, null);
        _world.Occupy(first[0].Id);
        _world.Release(first[0].Id, "left");

        _world.Reserve(People(10), null, null).Placed.ShouldBeTrue();
        _world.FindStay(first[0].Id).ShouldBeNull();
    }

    [Fact]
    public void Nobody_moves_in_without_a_place() =>
        Should.Throw<CaseWorldException>(() => _world.Occupy(People(30)[0].Id)).Code.ShouldBe("no_place");

    [Fact]
    public void A_rule_that_fails_is_an_error_and_never_a_no()
    {
        var plan = Plan.Parse(SamplePlan.With(p => p["assignmentRules"]![0]!["when"] = "person.parents.length > 0"));
        var world = new MemoryCaseWorld(plan, Noon, "ana");
        var person = world.Create("person", new JsonObject { ["age"] = 40 }, null);

        Should.Throw<PlanScriptException>(() => world.Reserve([person], null, null)).Message.ShouldContain("person.parents");
    }

    private List<WorkflowHost.Cases.Files.Case> People(params int[] ages) =>
        ages.Select(age => _world.Create("person", new JsonObject { ["age"] = age }, null)).ToList();
}
