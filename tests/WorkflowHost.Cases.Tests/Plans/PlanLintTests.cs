using System.Text.Json.Nodes;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Cases.Tests.Plans;

public sealed class PlanLintTests
{
    public static TheoryData<string, string, string> Mistakes { get; } = new()
    {
        { "caseTypes[0].titleTemplate", "\"{nickname}\"", "caseTypes[0].titleTemplate unknown_field" },
        { "caseTypes[0].identity", "[[\"document\"], [\"name\", \"born\"]]", "caseTypes[0].identity[1][1] unknown_field" },
        { "caseTypes[0].identity", "[\"document\"]", "caseTypes[0].identity[0] not_list" },
        { "caseTypes[0].search", "[\"x\"]", "caseTypes[0].search[0] unknown_field" },
        { "caseTypes[0].lookup", "[\"x\"]", "caseTypes[0].lookup[0] unknown_field" },
        { "caseTypes[0].initialState", "\"gone\"", "caseTypes[0].initialState unknown_state" },
        { "caseTypes[0].fields[0].type", "\"colour\"", "caseTypes[0].fields[0].type unknown_word" },
        { "caseTypes[0].fields[1].sensitivity", "\"secret\"", "caseTypes[0].fields[1].sensitivity unknown_word" },
        { "roles[1].permissions", "[\"fly\"]", "roles[1].permissions unknown_permission" },
        { "roles[1].sensitivity", "[\"general\", \"secret\"]", "roles[1].sensitivity[1] unknown_word" },
        { "roles[1].alsoAs", "[\"cook\"]", "roles[1].alsoAs[0] unknown_role" },
        { "roles[1].key", "\"clerk\"", "roles[1].key duplicate_key" },
        { "roles[1].allSites", "\"yes\"", "roles[1].allSites not_boolean" },
        { "sites[0].capacity", "{\"tents\": 3}", "sites[0].capacity.tents unknown_segment" },
        { "sites[0].capacity", "{\"families\": -1}", "sites[0].capacity.families not_count" },
        { "sites[0].state", "\"burnt\"", "sites[0].state unknown_word" },
        { "sites[0].title", "7", "sites[0].title not_localized" },
        { "linkKinds[0].to", "\"dog\"", "linkKinds[0].to unknown_case_type" },
        { "indicators[0].since", "\"soon\"", "indicators[0].since not_day" },
        { "indicators[0].where", "[{\"field\": \"age\", \"is\": \"atLeast\"}]", "indicators[0].where[0].value one_value" },
        { "partners[0].source", "\"nobody\"", "partners[0].source unknown_source" },
        { "indicators[0].fact", "\"smile\"", "indicators[0].fact unknown_fact_type" },
        { "indicators[0].measure", "\"average\"", "indicators[0].measure unknown_word" },
        { "indicators[0].evidence", "\"rumour\"", "indicators[0].evidence unknown_word" },
        { "indicators[1].filter", "\"fact.data.age >=\"", "indicators[1].filter syntax_error" },
        { "indicators[1].filter", "\"person.age > 1\"", "indicators[1].filter unknown_name" },
        { "assignmentRules[0].when", "\"everyone.age\"", "assignmentRules[0].when unknown_name" },
        { "assignmentRules[0].segment", "\"tents\"", "assignmentRules[0].segment unknown_segment" },
        { "assignmentRules[1].sites", "[\"north\", \"east\"]", "assignmentRules[1].sites[1] unknown_site" },
        { "assignmentRules[1].sites", "\"all\"", "assignmentRules[1].sites not_sites" },
        { "timeZone", "\"Mars/Olympus\"", "timeZone unknown_time_zone" },
        { "key", "null", "key required" },
        { "partners", "{}", "partners not_list" },
        { "events", "[3]", "events[0] not_text" },
        { "segments", "[1]", "segments[0] not_object" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named_with_its_path(string path, string value, string expected)
    {
        var json = SamplePlan.With(plan => Put(plan, path, JsonNode.Parse(value)));

        PlanLint.Check(json).Select(p => $"{p.Path} {p.Code}").ShouldContain(expected);
    }

    [Fact]
    public void A_right_plan_has_no_problems() => PlanLint.Check(SamplePlan.Json).ShouldBeEmpty();

    [Fact]
    public void All_mistakes_are_named_at_once()
    {
        var json = SamplePlan.With(plan =>
        {
            Put(plan, "sites[0].state", "burnt");
            Put(plan, "indicators[0].fact", "smile");
        });

        Should.Throw<PlanFormatException>(() => Plan.Parse(json)).Problems.Count.ShouldBe(2);
    }

    [Fact]
    public void A_misspelt_property_is_a_warning()
    {
        var json = SamplePlan.With(plan => Put(plan, "sites[0].adress", "x"));

        var problem = PlanLint.Check(json).ShouldHaveSingleItem();
        problem.Path.ShouldBe("sites[0].adress");
        problem.IsWarning.ShouldBeTrue();
        Plan.Parse(json).Sites.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("{", "line 1", "not_json")]
    [InlineData("[]", "", "not_object")]
    public void What_is_no_plan_at_all_is_said_so(string json, string path, string code)
    {
        var problem = PlanLint.Check(json).ShouldHaveSingleItem();

        problem.Path.ShouldBe(path);
        problem.Code.ShouldBe(code);
    }

    private static void Put(JsonNode root, string path, JsonNode? value)
    {
        var steps = path.Replace("[", ".[", StringComparison.Ordinal).Split('.');
        var node = root;
        foreach (var step in steps[..^1])
            node = step[0] == '[' ? node[int.Parse(step[1..^1], null)]! : node[step]!;
        node[steps[^1]] = value;
    }
}
