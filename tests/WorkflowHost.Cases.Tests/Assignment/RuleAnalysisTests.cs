using System.Text.Json.Nodes;
using WorkflowHost.Cases.Assignment;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Cases.Tests.Assignment;

public sealed class RuleAnalysisTests
{
    private const string Adults = """{ "conditions": [{ "who": "everyone", "where": [{ "field": "age", "is": "atLeast", "value": 18 }] }] }""";
    private const string Anybody = "{}";

    private static readonly Dictionary<string, IReadOnlyList<string>> NoCatalogs = [];

    public static TheoryData<string[], string> Tables { get; } = new()
    {
        { [Anybody], "" },
        { [Adults, Anybody], "" },
        // Conditions that contradict each other.
        { [If("anyone", "age", "atLeast", "18", "age", "lessThan", "18")], "0 NeverHolds" },
        { [If("anyone", "age", "moreThan", "17", "age", "lessThan", "18")], "0 NeverHolds" },
        { [If("anyone", "age", "moreThan", "17.5", "age", "lessThan", "18")], "" },
        { [Both("everyone", "age", "atLeast", "18", "anyone", "age", "lessThan", "18")], "0 NeverHolds" },
        { [Both("nobody", "ill", "yes", "1", "anyone", "ill", "yes", "1")], "0 NeverHolds" },
        { [Both("anyone", "age", "lessThan", "18", "anyone", "age", "atLeast", "18")], "" },
        { ["""{ "conditions": [{ "who": "count", "atLeast": 3 }, { "who": "count", "atMost": 2 }] }"""], "0 NeverHolds" },
        { ["""{ "conditions": [{ "who": "count", "atMost": 0 }] }"""], "0 NeverHolds" },
        {
            ["""{ "conditions": [{ "who": "count", "atMost": 1 }, { "who": "anyone", "where": [{ "field": "age", "is": "lessThan", "value": 18 }] }, { "who": "anyone", "where": [{ "field": "age", "is": "atLeast", "value": 18 }] }] }"""],
            "0 NeverHolds"
        },
        { [If("anyone", "name", "anyOf", "a", "name", "noneOf", "a")], "0 NeverHolds" },
        { [If("anyone", "needs", "anyOf", "a", "needs", "anyOf", "b")], "" },
        { [If("anyone", "needs", "anyOf", "a", "needs", "empty", "")], "0 NeverHolds" },
        // Rows that earlier ones cover.
        { [Final(Anybody), Adults], "1 Shadowed r0" },
        { [Anybody, Adults], "1 Shadowed r0" },
        { [Segment(Anybody, "families"), Adults], "" },
        { [Sites(Anybody, "north"), Adults], "" },
        { [Sites(Anybody, "north"), Sites(Adults, "north")], "1 Shadowed r0" },
        { [KeepFree(Anybody), Adults], "" },
        { [Final(If("anyone", "age", "atLeast", "18")), Segment(If("anyone", "age", "atLeast", "60"), "families")], "1 Shadowed r0" },
        { [Final(If("anyone", "age", "atLeast", "60")), Segment(If("anyone", "age", "atLeast", "18"), "families")], "" },
        {
            [Final(If("anyone", "ill", "yes", "")), Final(If("nobody", "ill", "yes", "")), Segment(Adults, "families")],
            "2 Shadowed r0,r1"
        },
        { ["""{ "when": "size > 1", "final": true }""", Adults], "0 NotJudged" },
        // An obligatory row whose places may be barred does not cover those behind it.
        { [Bar("anyone"), Final(Segment(Anybody, "families")), Adults], "" },
        { [Bar("anyone"), Final(Segment(If("nobody", "ill", "yes", ""), "families")), If("nobody", "ill", "yes", "")], "2 Shadowed r1" },
        // Rows without a place to give.
        { [Sites(Segment(Anybody, "minors"), "south")], "0 NoPlaces" },
        { ["""{ "siteNeeds": [{ "feature": "km", "is": "moreThan", "value": 10 }] }"""], "0 NoPlaces" },
        { ["""{ "siteNeeds": [{ "feature": "ramp", "is": "yes" }] }"""], "" },
        { ["""{ "kind": "prefer", "siteNeeds": [{ "feature": "km", "is": "lessThan", "value": 1 }] }""", Anybody], "0 NoPlaces" },
        // Rows whose places others bar.
        { ["""{ "kind": "never", "segments": ["adults"] }""", Anybody], "1 AlwaysBarred r0" },
        { ["""{ "kind": "only", "segments": ["families"] }""", Anybody], "1 AlwaysBarred r0" },
        { ["""{ "kind": "only", "segments": ["adults"], "sites": ["north"] }""", Anybody], "" },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_row_is_judged(string[] rows, string expected)
    {
        var findings = RuleAnalysis.Of(RuleTable.Of(rows), NoCatalogs).Findings;

        string.Join("; ", findings.Select(f => $"{f.Index} {f.Flag} {string.Join(",", f.Because)}".TrimEnd())).ShouldBe(expected);
    }

    [Fact]
    public void A_family_that_no_row_covers_is_shown()
    {
        var plan = RuleTable.Of(Adults, If("everyone", "age", "lessThan", "18"));

        var family = RuleAnalysis.Of(plan, NoCatalogs).Uncovered.ShouldNotBeNull();

        plan.AssignmentRules.ShouldAllBe(rule => !rule.Conditions.All(c => c.Holds(family.People, family.Household)));
    }

    [Theory]
    [InlineData("""{ "conditions": [{ "who": "count", "atMost": 8 }] }""", 9)]
    [InlineData("""{ "conditions": [{ "who": "count", "atLeast": 2 }] }""", 1)]
    public void The_example_is_as_large_as_it_must_be(string row, int size) =>
        RuleAnalysis.Of(RuleTable.Of(row), NoCatalogs).Uncovered!.People.Count.ShouldBe(size);

    [Fact]
    public void A_table_with_a_row_for_everybody_has_no_hole()
    {
        var analysis = RuleAnalysis.Of(RuleTable.Of(Adults, Anybody), NoCatalogs);

        analysis.Uncovered.ShouldBeNull();
        analysis.CoverageJudged.ShouldBeTrue();
    }

    [Fact]
    public void Whole_years_leave_no_hole_between_17_and_18()
    {
        var plan = RuleTable.Of(
            Adults, If("anyone", "age", "atMost", "17"), If("anyone", "age", "empty", ""));

        RuleAnalysis.Of(plan, NoCatalogs).Uncovered.ShouldBeNull();
    }

    [Fact]
    public void JavaScript_keeps_one_from_saying_that_all_are_covered() =>
        RuleAnalysis.Of(RuleTable.Of("""{ "when": "true" }""", Anybody), NoCatalogs).CoverageJudged.ShouldBeFalse();

    [Fact]
    public void The_shipped_table_has_no_useless_row_and_leaves_one_kind_of_family_to_a_person()
    {
        var catalogs = new Dictionary<string, IReadOnlyList<string>> { ["sexo"] = ["mujer", "hombre", "otro"] };

        var analysis = RuleAnalysis.Of(ShippedPlan.Parse(), catalogs);

        analysis.Findings.ShouldBeEmpty();
        var alone = analysis.Uncovered!.People.ShouldHaveSingleItem();
        ((string?)alone["sexo"]).ShouldBe("otro");
    }

    // The search against every family of up to three people of a small world.
    [Fact]
    public void The_answers_agree_with_looking_at_every_small_family()
    {
        var random = new Random(11);
        var flagged = 0;
        for (var i = 0; i < 300; i++)
        {
            var plan = RuleTable.Of([.. Enumerable.Range(0, 4).Select(_ => Random(random))]);
            var analysis = RuleAnalysis.Of(plan, NoCatalogs);
            var families = SmallFamilies.All;
            foreach (var finding in analysis.Findings)
            {
                flagged++;
                var rule = plan.AssignmentRules[finding.Index];
                var because = plan.AssignmentRules.Where(r => finding.Because.Contains(r.Key)).ToList();
                families.Where(f => Holds(rule, f)).ShouldAllBe(f => because.Any(b => Holds(b, f)));
            }

            var hole = families.FirstOrDefault(f => plan.AssignmentRules.All(r => !Holds(r, f)));
            if (hole is not null)
                analysis.Uncovered.ShouldNotBeNull();
        }

        flagged.ShouldBeGreaterThan(20);
    }

    private static bool Holds(AssignmentRule rule, IReadOnlyList<JsonObject> family) =>
        rule.Conditions.All(c => c.Holds(family, []));

    private static string Random(Random random)
    {
        string[] who = ["anyone", "everyone", "nobody"];
        string One() => random.Next(2) == 0
            ? $$"""{ "field": "age", "is": "{{(random.Next(2) == 0 ? "atLeast" : "lessThan")}}", "value": {{(random.Next(2) == 0 ? 18 : 60)}} }"""
            : $$"""{ "field": "ill", "is": "{{(random.Next(2) == 0 ? "yes" : "no")}}" }""";
        var conditions = Enumerable.Range(0, random.Next(1, 3))
            .Select(_ => $$"""{ "who": "{{who[random.Next(3)]}}", "where": [{{One()}}{{(random.Next(3) == 0 ? ", " + One() : "")}}] }""");
        return $$"""{ "conditions": [{{string.Join(", ", conditions)}}], "final": {{(random.Next(2) == 0 ? "true" : "false")}} }""";
    }

    private static string If(string who, params string[] tests) =>
        $$"""{ "conditions": [{ "who": "{{who}}", "where": [{{string.Join(", ", tests.Chunk(3).Select(Test))}}] }] }""";

    private static string Both(params string[] parts) =>
        $$"""{ "conditions": [{{string.Join(", ", parts.Chunk(4).Select(p => $$"""{ "who": "{{p[0]}}", "where": [{{Test(p[1..])}}] }"""))}}] }""";

    private static string Bar(string who) =>
        $$"""{ "kind": "never", "segments": ["families"], "conditions": [{ "who": "{{who}}", "where": [{ "field": "ill", "is": "yes" }] }] }""";

    private static string Test(string[] t) => $$"""{ "field": "{{t[0]}}", "is": "{{t[1]}}", "value": "{{t[2]}}" }""";

    private static string Final(string row) => With(row, "final", "true");

    private static string Segment(string row, string segment) => With(row, "segment", $"\"{segment}\"");

    private static string Sites(string row, string site) => With(row, "sites", $"[\"{site}\"]");

    private static string KeepFree(string row) => With(row, "keepFree", "2");

    private static string With(string row, string name, string value)
    {
        var json = (JsonObject)JsonNode.Parse(row)!;
        json[name] = JsonNode.Parse(value);
        return json.ToJsonString();
    }
}
