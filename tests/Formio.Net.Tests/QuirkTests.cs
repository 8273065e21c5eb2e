using System.Text.Json.Nodes;
using Formio.Tests.Vectors;

namespace Formio.Tests;

/// <summary>Where we knowingly differ from form.io's server. Each test has the name of an entry in docs/quirks.md.</summary>
public class QuirkTests
{
    private static readonly Dictionary<string, Vector> All =
        Vector.Read(Vector.Path("dev.jsonl")).Where(vector => vector.Quirks.Count > 0).ToDictionary(vector => vector.Id);

    private static readonly string[] Decided =
    [
        "reference-throws", "grid-rows-lost-or-null", "empty-form-does-not-filter", "message-text-as-ruleName",
        "untranslated-key-as-message", "row-logic-mutates-shared-component", "key-only-row-condition-reads-first-row",
        "nested-grid-condition-matches-innermost-index-only", "shared-key-value-cleared-by-hidden-twin",
    ];

    [Fact]
    public void Every_quirk_of_the_vectors_is_decided() =>
        All.Values.SelectMany(vector => vector.Quirks).Distinct().ShouldBeSubsetOf(Decided);

    [Theory]
    [InlineData("validation-required-datagrid-d95eeb3d", """{"f":[{}]}""")]
    [InlineData("validation-required-editgrid-01a834e5", """{"f":[{}]}""")]
    [InlineData("validation-required-editgrid-x-null-x-z-d12ae7a8", """{"f":[{},{"x":"z"}]}""")]
    [InlineData("conditions-simple-datagrid-isempty-b33db28a", """{"g":[{}],"b":"kept"}""")]
    [InlineData("filter-datagrid-extra-keys-9e32b5c7", """{"g":[{"x":1},{},{}]}""")]
    [InlineData("filter-datagrid-only-unknown-columns-62458fda", """{"g":[{}]}""")]
    [InlineData("filter-editgrid-only-unknown-columns-ea8b5879", """{"g":[{}]}""")]
    [InlineData("filter-editgrid-last-row-empty-1b7d88d6", """{"g":[{"x":1},{}]}""")]
    [InlineData("structures-datagrid-bb3b01e7", """{"g":[{"x":"a"},{"n":3},{}]}""")]
    [InlineData("structures-editgrid-daed0b67", """{"g":[{"x":"a"},{"n":3},{}]}""")]
    public void Rows_that_end_up_empty_stay_as_empty_rows(string id, string data)
    {
        var result = All[id].Run();

        Comparer.Same(JsonNode.Parse(data), result.Data).ShouldBeTrue(result.Data.ToJsonString());
        ErrorsOf(result).ShouldBe(ExpectedErrors(All[id]));
    }

    [Theory]
    [InlineData("filter-datagrid-null-rows-81884f2a", """{"g":[null,{"x":1}]}""")]
    [InlineData("filter-editgrid-null-rows-784e5d43", """{"g":[null,{"x":1}]}""")]
    [InlineData("filter-datagrid-scalar-rows-ce61931a", """{"g":[null,null,{"x":1}]}""")]
    [InlineData("filter-editgrid-scalar-rows-bfa11525", """{"g":[null,null,{"x":1}]}""")]
    public void What_is_no_row_is_null_or_cut_off(string id, string data)
    {
        var result = All[id].Run();

        Comparer.Same(JsonNode.Parse(data), result.Data).ShouldBeTrue(result.Data.ToJsonString());
    }

    [Fact]
    public void A_row_without_its_sub_form_stays_as_an_empty_row()
    {
        var result = All["structures-nested-form-in-datagrid-0a5f551c"].Run();

        result.Data.ToJsonString().ShouldBe("""{"g":[{"child":{"data":{"x":"a","z":1}}},{"child":{"data":{"z":0}}},{}]}""");
    }

    [Theory]
    [InlineData("validation-max-multiple-with-text-element-throws-494ed68e", "")]
    [InlineData("validation-day-19920314-ff426c4e", "f:day:invalidDay")]
    [InlineData("validation-day-mindate-non-string-value-69b06623", "f:day:invalidDay")]
    [InlineData("validation-multiple-day-multiple-true-1-04bddf1b", "f:day:invalidDay f:nonarray:nonarray")]
    [InlineData("validation-onlyavailableitems-select-values-not-an-array-multiple-ce4c73d7", "")]
    public void What_makes_form_io_throw_is_judged_or_passed(string id, string errors) =>
        ErrorsOf(All[id].Run()).ShouldBe(errors);

    [Theory]
    [InlineData("xyx", "g[0].f:required:required g[2].f:required:required")]
    [InlineData("yxy", "g[1].f:required:required")]
    public void Row_logic_that_requires_stays_in_its_row(string rows, string errors)
    {
        foreach (var vector in All.Values.Where(vector => vector.Id.Contains($"require-{rows}", StringComparison.Ordinal)))
            ErrorsOf(vector.Run()).ShouldBe(errors, vector.Id);
    }

    [Theory]
    [InlineData("xyx", """[{"k":"x"},{"k":"y","f":"f1"},{"k":"x"}]""")]
    [InlineData("yxy", """[{"k":"y","f":"f0"},{"k":"x"},{"k":"y","f":"f2"}]""")]
    public void Row_logic_that_hides_clears_every_row_it_hides(string rows, string data)
    {
        foreach (var vector in All.Values.Where(vector => vector.Id.Contains($"hide-{rows}", StringComparison.Ordinal)))
            vector.Run().Data["g"]!.ToJsonString().ShouldBe(data, vector.Id);
    }

    [Theory]
    [InlineData("conditions-rows-editgrid-simple-key-only-b324df81")]
    [InlineData("conditions-rows-datagrid-legacy-key-only-2fdd284c")]
    public void A_bare_key_in_a_row_reads_the_row_itself(string id) =>
        All[id].Run().Data["g"]!.ToJsonString().ShouldBe(
            """[{"kind":"a","detail":""},{"kind":"b"},{"kind":"a","detail":"three"}]""");

    [Theory]
    [InlineData(
        "conditions-rows-nested-grids-87a9c551",
        """[{"ok":"y","i":[{"k":"x","d":"","e":"E"},{"k":"z","e":"E"}]},{"ok":"n","i":[{"k":"x","d":"ok"},{"k":"x","d":"ok2"}]}]""")]
    [InlineData(
        "conditions-rows-nested-grids-one-outer-row-713fd6ac",
        """[{"ok":"y","i":[{"k":"x","d":"","e":"E"},{"k":"z","e":"E"}]}]""")]
    [InlineData(
        "conditions-rows-nested-grids-one-inner-row-each-c7b4fe76",
        """[{"ok":"y","i":[{"k":"x","d":"","e":"E"}]},{"ok":"n","i":[{"k":"z"}]}]""")]
    public void Conditions_in_nested_grids_read_their_own_rows_at_every_level(string id, string data) =>
        All[id].Run().Data["o"]!.ToJsonString().ShouldBe(data);

    [Fact]
    public void A_form_without_components_lets_nothing_through() =>
        All["filter-empty-form-drops-everything-e128bdf8"].Run().Data.Count.ShouldBe(0);

    [Fact]
    public void Keys_without_an_english_text_get_one()
    {
        foreach (var vector in All.Values.Where(vector => vector.Quirks.Contains("untranslated-key-as-message")))
        {
            var result = vector.Run();

            ErrorsOf(result).ShouldBe(ExpectedErrors(vector), vector.Id);
            result.Errors.ShouldAllBe(error => error.Message.StartsWith("F is ", StringComparison.Ordinal), vector.Id);
        }
    }

    [Fact]
    public void An_own_message_for_too_many_boxes_does_not_change_the_rule_name()
    {
        const string form = """
            {"components":[{"type":"selectboxes","key":"f","label":"F","input":true,"maxSelectedCountMessage":"Too many",
             "values":[{"value":"a"},{"value":"b"}],"validate":{"maxSelectedCount":1}}]}
            """;

        var error = Process(form, """{"f":{"a":true,"b":true}}""").Errors.ShouldHaveSingleItem();

        error.RuleName.ShouldBe("maxSelectedCount");
        error.Message.ShouldBe("Too many");
    }

    [Theory]
    [InlineData("x", """{"a":"x","d":"v"}""")]
    [InlineData("y", """{"a":"y","d":"v"}""")]
    public void A_hidden_twin_does_not_clear_the_visible_ones_answer(string answer, string data)
    {
        const string form = """
            {"components":[{"type":"textfield","key":"a","input":true},
             {"type":"textfield","key":"d","input":true,"conditional":{"show":true,"when":"a","eq":"x"}},
             {"type":"textfield","key":"d","input":true,"conditional":{"show":true,"when":"a","eq":"y"}}]}
            """;

        Process(form, $$"""{"a":"{{answer}}","d":"v"}""").Data.ToJsonString().ShouldBe(data);
    }

    [Fact]
    public void A_hidden_twin_does_not_hide_one_that_has_no_condition()
    {
        const string form = """
            {"components":[{"type":"textfield","key":"a","input":true},
             {"type":"textfield","key":"d","input":true,"conditional":{"show":true,"when":"a","eq":"x"}},
             {"type":"textfield","key":"d","input":true,"validate":{"maxLength":2}}]}
            """;

        var result = Process(form, """{"a":"no","d":"long"}""");

        result.Data.ToJsonString().ShouldBe("""{"a":"no","d":"long"}""");
        result.Errors.ShouldHaveSingleItem().RuleName.ShouldBe("maxLength");
    }

    [Fact]
    public void A_layout_in_a_sub_form_sees_the_data_of_the_sub_form()
    {
        const string form = """
            {"components":[{"type":"form","key":"child","input":true,"components":[
             {"type":"textfield","key":"a","input":true},
             {"type":"panel","key":"p","input":false,"customConditional":"show = data.a === 'x'","components":[
              {"type":"textfield","key":"b","input":true,"validate":{"required":true}}]}]}]}
            """;

        Process(form, """{"child":{"data":{"a":"y"}}}""").IsValid.ShouldBeTrue();
        Process(form, """{"child":{"data":{"a":"x"}}}""").IsValid.ShouldBeFalse();
    }

    [Fact]
    public void Submitted_text_never_becomes_code()
    {
        const string form = """
            {"components":[{"type":"textfield","key":"other","input":true},{"type":"textfield","key":"f","input":true,
             "validate":{"custom":"valid = input === '{{ data.other }}' ? true : 'no'"}}]}
            """;

        Process(form, """{"other":"x' || true || '","f":"y"}""").IsValid.ShouldBeFalse();
        Process(form, """{"other":"it's","f":"it's"}""").IsValid.ShouldBeTrue();
    }

    private static SubmissionResult Process(string form, string data) => new SubmissionProcessor().Process(
        CompiledForm.Compile(FormDefinition.Parse(form)),
        JsonNode.Parse(data)!.AsObject(),
        new SubmissionContext { Language = "en" });

    private static string ErrorsOf(SubmissionResult result) =>
        string.Join(' ', result.Errors.Select(error => $"{error.Path}:{error.RuleName}:{error.ErrorKey}"));

    private static string ExpectedErrors(Vector vector) => string.Join(
        ' ', vector.Expected["errors"]!.AsArray().Select(error => $"{error!["path"]}:{error["ruleName"]}:{error["key"]}"));
}
