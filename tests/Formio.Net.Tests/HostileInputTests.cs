using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using JsExpressions;

namespace Formio.Tests;

public class HostileInputTests
{
    private const string Grid = """
        {"components":[{"type":"textfield","key":"a","input":true},
         {"type":"datagrid","key":"g","input":true,"components":[
          {"type":"textfield","key":"k","input":true},
          {"type":"number","key":"n","input":true,"validate":{"max":1000000}},
          {"type":"textfield","key":"d","input":true,
           "conditional":{"show":true,"conjunction":"all","conditions":[{"component":"g.k","operator":"isEqual","value":"x"}]}},
          {"type":"textfield","key":"c","input":true,"customConditional":"show = row.k === 'x'"}]}]}
        """;

    // A busy machine may be many times slower than the default deadline expects.
    private static SubmissionContext Context { get; } = new()
    {
        Language = "en",
        Expressions = new ExpressionLimits { MaxTime = TimeSpan.FromSeconds(30) },
    };

    [Fact]
    public void A_hundred_thousand_rows_are_judged_in_seconds()
    {
        var rows = new JsonArray();
        for (var i = 0; i < 100_000; i++)
            rows.Add((JsonNode)new JsonObject { ["k"] = i % 2 == 0 ? "x" : "y", ["n"] = i, ["d"] = "d", ["c"] = "c" });
        var watch = Stopwatch.StartNew();

        var result = Process(Grid, new JsonObject { ["a"] = "a", ["g"] = rows });

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
        result.Errors.ShouldBeEmpty();
        result.Data["g"]!.AsArray().Count.ShouldBe(100_000);
        result.Data["g"]![1]!.ToJsonString().ShouldBe("""{"k":"y","n":1}""");
        result.Data["g"]![2]!.ToJsonString().ShouldBe("""{"k":"x","n":2,"d":"d","c":"c"}""");
    }

    [Fact]
    public void A_formula_that_reads_everything_in_every_row_ends_within_the_budget()
    {
        const string form = """
            {"components":[{"type":"datagrid","key":"g","input":true,"components":[
             {"type":"number","key":"n","input":true},
             {"type":"textfield","key":"c","input":true,"validate":{"custom":"valid = data.g.length > 0"}}]}]}
            """;
        var rows = new JsonArray();
        for (var i = 0; i < 100_000; i++) rows.Add((JsonNode)new JsonObject { ["n"] = i, ["c"] = "c" });
        var watch = Stopwatch.StartNew();

        var result = Process(form, new JsonObject { ["g"] = rows });

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(90));
        if (!result.IsValid) result.Errors.ShouldHaveSingleItem().RuleName.ShouldBe("limit");
    }

    [Fact]
    public void Twenty_megabytes_of_text_are_judged()
    {
        const string form = """
            {"components":[{"type":"textarea","key":"a","input":true,
             "validate":{"maxLength":10,"maxWords":3,"pattern":"(a+)+b"}}]}
            """;

        var result = Process(form, new JsonObject { ["a"] = new string('a', 20_000_000) });

        result.IsValid.ShouldBeFalse();
        result.Errors[0].RuleName.ShouldBeOneOf("maxLength", "limit");
    }

    [Fact]
    public void Ten_thousand_levels_are_refused()
    {
        JsonNode deep = new JsonObject();
        for (var i = 0; i < 10_000; i++) deep = new JsonObject { ["a"] = deep };

        var error = Process(Grid, deep.AsObject()).Errors.ShouldHaveSingleItem();

        error.RuleName.ShouldBe("limit");
        error.ErrorKey.ShouldBe("maxDepth");
    }

    [Fact]
    public void A_form_of_ten_thousand_levels_is_refused()
    {
        var json = new StringBuilder();
        for (var i = 0; i < 10_000; i++) json.Append("""{"type":"panel","key":"p","components":[""");
        json.Insert(0, """{"components":[""");

        Should.Throw<FormDefinitionException>(() => FormDefinition.Parse(json.ToString()));
    }

    [Fact]
    public void A_form_that_repeats_a_key_of_its_json_is_refused() =>
        Should.Throw<FormDefinitionException>(() => FormDefinition.Parse("""{"components":[],"components":[]}"""));

    [Fact]
    public void A_submission_that_repeats_a_key_is_refused()
    {
        var data = JsonNode.Parse("""{"a":"1","a":"2"}""", documentOptions: new JsonDocumentOptions())!.AsObject();

        var error = Process(Grid, data).Errors.ShouldHaveSingleItem();

        error.ErrorKey.ShouldBe("duplicateKey");
    }

    [Theory]
    [InlineData("""{"n":1e400}""", """{}""")]
    [InlineData("""{"n":-1e400}""", """{}""")]
    [InlineData("""{"n":1e-400}""", """{"n":0}""")]
    [InlineData("""{"n":"1e400"}""", """{}""")]
    [InlineData("""{"n":123456789012345678901234567890}""", """{"n":1.2345678901234568E+29}""")]
    public void Numbers_beyond_a_double_are_dropped_or_rounded(string data, string expected) =>
        Process("""{"components":[{"type":"number","key":"n","input":true}]}""", JsonNode.Parse(data)!.AsObject())
            .Data.ToJsonString().ShouldBe(expected);

    [Theory]
    [InlineData("constructor")]
    [InlineData("__proto__")]
    [InlineData("toString")]
    [InlineData("hasOwnProperty")]
    [InlineData("length")]
    [InlineData("")]
    public void Keys_that_mean_something_to_javascript_are_keys(string key)
    {
        var form = new JsonObject
        {
            ["components"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "textfield",
                    ["key"] = key,
                    ["label"] = "L",
                    ["input"] = true,
                    ["validate"] = new JsonObject { ["required"] = true, ["custom"] = "valid = row[component.key] === 'v' || 'no'" },
                },
                new JsonObject { ["type"] = "textfield", ["key"] = "other", ["input"] = true, ["customConditional"] = "show = true" }),
        };

        var missing = Process(form.ToJsonString(), new JsonObject { ["other"] = "o" });
        var given = Process(form.ToJsonString(), new JsonObject { [key] = "v", ["other"] = "o" });

        missing.Errors.ShouldNotBeEmpty();
        if (key.Length > 0) given.Data[key]!.ToString().ShouldBe("v");
        given.Data["other"]!.ToString().ShouldBe("o");
    }

    [Theory]
    [InlineData("0000-01-01T00:00:00Z", true)]
    [InlineData("+275760-09-13T00:00:00.000Z", true)]
    [InlineData("+275760-09-13T00:00:00.001Z", false)]
    [InlineData("-271821-04-20T00:00:00.000Z", true)]
    [InlineData("2026-02-30T00:00:00Z", true)]
    [InlineData("2026-02-32T00:00:00Z", false)]
    [InlineData("-000000-01-01T00:00:00Z", false)]
    public void Dates_at_the_ends_of_time_are_read(string date, bool isValid)
    {
        const string form = """
            {"components":[{"type":"datetime","key":"d","input":true,"widget":{"minDate":"1000-01-01","maxDate":"9000-01-01"}}]}
            """;

        var result = Process(form, new JsonObject { ["d"] = date });

        result.Errors.Any(error => error.RuleName == "date").ShouldBe(!isValid);
    }

    [Theory]
    [InlineData("\ud83d\ude00\ud83d\ude00", 4)]
    [InlineData("e\u0301", 2)]
    [InlineData("\u200b", 1)]
    public void Lengths_count_utf_16_units(string text, int length)
    {
        var exact = $$"""{"components":[{"type":"textfield","key":"a","input":true,"validate":{"maxLength":{{length}},"minLength":{{length}} } }]}""";

        Process(exact, new JsonObject { ["a"] = text }).IsValid.ShouldBeTrue();
    }

    [Theory]
    [InlineData("while (true) {}")]
    [InlineData("var s = 'a'; for (;;) { s += s; }")]
    [InlineData("function f() { return f(); } f()")]
    [InlineData("/(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')")]
    public void A_formula_without_end_ends_within_the_budget(string code)
    {
        var form = new JsonObject
        {
            ["components"] = new JsonArray(new JsonObject
            {
                ["type"] = "textfield", ["key"] = "a", ["input"] = true, ["calculateServer"] = true, ["calculateValue"] = code,
            }),
        };
        var watch = Stopwatch.StartNew();

        var result = Process(form.ToJsonString(), new JsonObject { ["a"] = "x" });

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
        if (!result.IsValid) result.Errors.ShouldHaveSingleItem().ErrorKey.ShouldBe("budget");
    }

    private static SubmissionResult Process(string form, JsonObject data) => new SubmissionProcessor().Process(
        CompiledForm.Compile(FormDefinition.Parse(form)), data, Context);
}
