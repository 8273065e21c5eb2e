using System.Text.Json.Nodes;
using WorkflowHost.Cases.Assignment;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Sites;
using WorkflowHost.Cases.World;

namespace WorkflowHost.Cases.Tests.Assignment;

public sealed class ShippedRulesTests
{
    private static readonly DateTimeOffset Noon = new(2022, 2, 12, 20, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_table_in_words_decides_as_the_one_in_JavaScript_did()
    {
        var words = new MemoryCaseWorld(ShippedPlan.Open(), Noon, "ana");
        var scripts = new MemoryCaseWorld(ShippedPlan.With(plan =>
        {
            foreach (var site in plan["sites"]!.AsArray())
                site!["state"] = "open";
            plan["assignmentRules"] = OldRules.Rows();
        }), Noon, "ana");
        var families = new MadeUpFamilies(2021);
        var random = new Random(7);
        var placed = 0;

        for (var i = 0; i < 10_000; i++)
        {
            var family = families.Next();
            var now = Reserve(words, family);

            now.ShouldBe(Reserve(scripts, family));
            placed += now.Placed ? 1 : 0;
            if (random.Next(3) > 0 && words.Stays.Count > 0)
                Leave(words, scripts, random.Next(words.Stays.Count));
        }

        placed.ShouldBeGreaterThan(1_000);
    }

    [Fact]
    public void No_hard_rule_is_broken_and_no_place_given_twice_in_10000_families()
    {
        var plan = ShippedPlan.Open();
        var world = new MemoryCaseWorld(plan, Noon, "ana");
        var families = new MadeUpFamilies(42);
        var random = new Random(42);
        var bars = plan.AssignmentRules.Where(r => r.Kind is RuleKind.Only or RuleKind.Never).ToList();
        string?[] chosen = [null, .. plan.Segments.Select(s => s.Key)];
        bars.Count.ShouldBeGreaterThan(0);

        for (var i = 0; i < 10_000; i++)
        {
            var people = families.Next();
            var group = people.Select(p => world.Create("persona", Data(p), null)).ToList();
            var decision = world.Reserve(group, null, random.Next(2) == 0 ? null : chosen[random.Next(chosen.Length)]);

            decision.Reason.ShouldNotBeNullOrWhiteSpace();
            if (decision.Placed)
            {
                group.Select(c => world.FindStay(c.Id)!.PoolId).Distinct().Count().ShouldBe(1);
                foreach (var bar in bars.Where(b => b.Conditions.All(c => c.Holds(people, []))))
                    bar.Segments.Contains(decision.Segment!).ShouldBe(bar.Kind == RuleKind.Only, bar.Key);
            }

            foreach (var pool in world.Pools(null))
                pool.Taken.ShouldBeLessThanOrEqualTo(pool.Capacity);
            if (random.Next(2) == 0)
                world.Release(group[0].Id, "left");
        }
    }

    [Fact]
    public void Each_choice_is_explained_in_the_same_words_every_time()
    {
        var plan = ShippedPlan.Open();
        var first = new MemoryCaseWorld(plan, Noon, "ana");
        var second = new MemoryCaseWorld(plan, Noon, "ana");
        var families = new MadeUpFamilies(3);

        for (var i = 0; i < 1_000; i++)
        {
            var family = families.Next();
            var decision = Reserve(first, family);
            decision.ShouldBe(Reserve(second, family));
            decision.Reason.ShouldNotBeNullOrWhiteSpace();
        }
    }

    // The weekend of 12 and 13 February 2022: 81 people leave one centre.
    [Fact]
    public void The_81_people_of_the_centre_that_was_emptied_go_14_19_and_48()
    {
        var world = new MemoryCaseWorld(ShippedPlan.Parse(), Noon, "ana");
        string[] open = ["melchor-ocampo", "nacionalista-dos", "santorales", "division-del-norte"];
        foreach (var site in open)
            world.SetSiteState(site, "open", null);
        var families = Enumerable.Range(0, 14).Select(i => Family(Woman(20 + i, pregnant: true)))
            .Concat(Enumerable.Range(0, 19).Select(i => Family(Man(20 + i))))
            .Concat(Enumerable.Range(0, 12).Select(i => Family(Woman(25 + i), Man(27 + i), Child(i))))
            .Concat(Enumerable.Range(0, 4).Select(i => Family(Woman(30 + i), Child(2 * i))))
            .Concat(Enumerable.Range(0, 4).Select(i => Family(Woman(40 + i))))
            .Select(family => family.Select(p => world.Create("persona", Data(p), "division-del-norte")).ToList())
            .ToList();
        families.Sum(f => f.Count).ShouldBe(81);
        foreach (var family in families)
            world.Reserve(family, "division-del-norte", family.Count > 1 ? "familias" : "parejas").Placed.ShouldBeTrue();
        world.SetSiteState("division-del-norte", "closing", null);

        foreach (var family in families)
            world.Reserve(family, null, null).Placed.ShouldBeTrue();

        var where = world.Stays.Where(s => s.HoldsPlace).CountBy(s => s.SiteKey).ToDictionary();
        where.ShouldBe(new Dictionary<string, int> { ["melchor-ocampo"] = 14, ["nacionalista-dos"] = 19, ["santorales"] = 48 }, ignoreOrder: true);
        world.Pools("division-del-norte").Sum(p => p.Taken).ShouldBe(0);
        families.ShouldAllBe(f => f.Select(c => world.FindStay(c.Id)!.SiteKey).Distinct().Count() == 1);
    }

    private static PlaceDecision Reserve(MemoryCaseWorld world, IReadOnlyList<JsonObject> family) =>
        world.Reserve(family.Select(p => world.Create("persona", Data(p), null)).ToList(), null, null);

    private static void Leave(MemoryCaseWorld one, MemoryCaseWorld other, int index)
    {
        one.Release(one.Stays[index].CaseId, "left");
        other.Release(other.Stays[index].CaseId, "left");
    }

    private static JsonObject Data(JsonObject person) => (JsonObject)person.DeepClone();

    private static JsonObject[] Family(params JsonObject[] people) => people;

    private static JsonObject Woman(int age, bool pregnant = false) =>
        new() { ["edad"] = age, ["sexo"] = "mujer", ["embarazo"] = pregnant };

    private static JsonObject Man(int age) => new() { ["edad"] = age, ["sexo"] = "hombre" };

    private static JsonObject Child(int age) => new() { ["edad"] = age, ["sexo"] = "mujer" };
}
