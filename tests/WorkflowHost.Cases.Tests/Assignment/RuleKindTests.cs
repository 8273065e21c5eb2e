using System.Text.Json.Nodes;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Sites;
using WorkflowHost.Cases.World;

namespace WorkflowHost.Cases.Tests.Assignment;

public sealed class RuleKindTests
{
    private static readonly DateTimeOffset Noon = new(2021, 12, 9, 20, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_preference_ranks_sites_and_is_part_of_the_reason()
    {
        var world = World(
            """{ "kind": "prefer", "siteNeeds": [{ "feature": "km", "is": "atMost", "value": 3 }], "weight": 5, "reason": "Cerca." }""",
            "{}");

        world.Reserve(People(world, 30), null, null).ShouldBe(new(true, "south", "adults", "r1", "Motivo 1 Cerca."));
    }

    [Fact]
    public void Weights_add_up_and_may_speak_against_a_site()
    {
        var world = World(
            """{ "kind": "prefer", "sites": ["north"], "weight": 2 }""",
            """{ "kind": "prefer", "sites": ["north"], "weight": -3 }""",
            "{}");

        world.Reserve(People(world, 30), null, null).SiteKey.ShouldBe("south");
    }

    [Fact]
    public void A_preference_never_keeps_anybody_from_a_place()
    {
        var world = World("""{ "kind": "prefer", "sites": ["west"], "weight": 9 }""", "{}");

        world.Reserve(People(world, 30), null, null).SiteKey.ShouldBe("north");
    }

    [Theory]
    [InlineData("""{ "kind": "never", "segments": ["adults"], "sites": ["north"], "reason": "No al norte" }""")]
    [InlineData("""{ "kind": "only", "sites": ["south"], "reason": "No al norte" }""")]
    public void A_barred_place_is_given_neither_by_a_row_nor_by_hand(string bar)
    {
        var world = World(bar, "{}");

        world.Reserve(People(world, 30), null, null).SiteKey.ShouldBe("south");
        world.Reserve(People(world, 30), null, "adults").SiteKey.ShouldBe("south");
        var refused = world.Reserve(People(world, 30), "north", "adults");
        refused.Placed.ShouldBeFalse();
        refused.Rule.ShouldBe("r0");
        refused.Reason.ShouldBe("No al norte");
    }

    [Fact]
    public void A_bar_is_stronger_than_an_obligatory_row()
    {
        var world = World("""{ "kind": "never", "segments": ["families"] }""", """{ "segment": "families", "final": true }""", "{}");

        world.Reserve(People(world, 30), null, null).Rule.ShouldBe("r2");
    }

    [Fact]
    public void A_row_may_keep_places_free()
    {
        var world = World("""{ "keepFree": 2 }""");

        world.Reserve(People(world, 30), null, null).SiteKey.ShouldBe("south");
        world.Reserve(People(world, 30), null, null).Placed.ShouldBeFalse();
    }

    [Fact]
    public void A_row_may_need_something_of_a_site()
    {
        var world = World("""{ "siteNeeds": [{ "feature": "ramp", "is": "no" }] }""");

        world.Reserve(People(world, 30), null, null).SiteKey.ShouldBe("south");
    }

    [Fact]
    public void The_way_to_a_choice_is_told_row_by_row()
    {
        var plan = RuleTable.Of(
            """{ "kind": "never", "segments": ["families"] }""",
            """{ "segment": "families" }""",
            """{ "segment": "minors", "sites": ["south"] }""",
            """{ "conditions": [{ "who": "count", "atLeast": 2 }] }""",
            "{}",
            """{ "conditions": [{ "who": "count", "atMost": 2 }] }""");
        var world = new MemoryCaseWorld(plan, Noon, "ana");

        var choice = new PlaceAssignment(plan, Noon).Choose(
            new PlaceRequest(People(world, 30), null, null, null, Sites(plan), world.Pools(null), []));

        choice.Steps.Select(s => s.Verdict).ShouldBe(
        [
            RuleVerdict.Applies, RuleVerdict.Barred, RuleVerdict.NoRoom, RuleVerdict.DoesNotHold, RuleVerdict.Placed, RuleVerdict.NotReached,
        ]);
    }

    [Theory]
    [InlineData("""{ "conditions": [{ "who": "somebody", "where": [] }] }""", "assignmentRules[0].conditions[0].who unknown_word")]
    [InlineData("""{ "conditions": [{ "who": "anyone", "where": [] }] }""", "assignmentRules[0].conditions[0].where condition_without_test")]
    [InlineData("""{ "conditions": [{ "who": "count" }] }""", "assignmentRules[0].conditions[0].atLeast count_without_bounds")]
    [InlineData("""{ "conditions": [{ "who": "anyone", "where": [{ "field": "shoe", "is": "yes" }] }] }""", "assignmentRules[0].conditions[0].where[0].field unknown_field")]
    [InlineData("""{ "conditions": [{ "who": "anyone", "where": [{ "field": "age", "is": "atLeast" }] }] }""", "assignmentRules[0].conditions[0].where[0].value one_value")]
    [InlineData("""{ "conditions": [{ "who": "anyone", "where": [{ "field": "age", "is": "anyOf" }] }] }""", "assignmentRules[0].conditions[0].where[0].value some_value")]
    [InlineData("""{ "siteNeeds": [{ "feature": "pool", "is": "yes" }] }""", "assignmentRules[0].siteNeeds[0].feature unknown_feature")]
    [InlineData("""{ "kind": "never" }""", "assignmentRules[0].segments bars_nothing_named")]
    [InlineData("""{ "kind": "only", "segments": ["tents"] }""", "assignmentRules[0].segments[0] unknown_segment")]
    [InlineData("""{ "keepFree": "two" }""", "assignmentRules[0].keepFree not_whole")]
    public void A_mistake_in_a_row_is_named_with_its_path(string row, string expected) =>
        PlanLint.Check(RuleTable.Json(row)).Select(p => $"{p.Path} {p.Code}").ShouldContain(expected);

    private static List<SiteRecord> Sites(Plan plan) =>
        plan.Sites.Select(s => new SiteRecord { Key = s.Key, State = s.State }).ToList();

    private static MemoryCaseWorld World(params string[] rows) => new(RuleTable.Of(rows), Noon, "ana");

    private static List<WorkflowHost.Cases.Files.Case> People(MemoryCaseWorld world, params int[] ages) =>
        ages.Select(age => world.Create("person", new JsonObject { ["age"] = age }, null)).ToList();
}
