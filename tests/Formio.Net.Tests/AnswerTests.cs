using System.Text.Json.Nodes;
using Formio.Answers;
using FsCheck;
using FsCheck.Fluent;
using Formio.Tests.Vectors;

namespace Formio.Tests;

/// <summary>Made-up answers: accepted by the form, or told why not; the same for the same number.</summary>
public class AnswerTests
{
    private static readonly SubmissionContext Context = new()
    {
        TimeProvider = new FrozenClock(new DateTimeOffset(2026, 3, 15, 10, 0, 0, TimeSpan.Zero)),
    };

    private static readonly string[] Types =
        ["textfield", "textarea", "number", "currency", "checkbox", "select", "radio", "selectboxes", "day", "datetime", "time", "email", "url", "phoneNumber", "tags", "signature"];

    [Theory]
    [InlineData("""{"type":"textfield","validate":{"required":true,"minLength":30,"maxLength":34} }""")]
    [InlineData("""{"type":"textfield","validate":{"required":true,"pattern":"[A-Z]{4}\\d{6}[HMX][A-Z]{2}[B-DF-HJ-NP-TV-Z]{3}[0-9A-Z]\\d"} }""")]
    [InlineData("""{"type":"textfield","validate":{"required":true,"pattern":"(ab|c{2,3})+\\.[^x]?-(?:no|si)"} }""")]
    [InlineData("""{"type":"textfield","inputMask":"99/aa-AA","validate":{"required":true} }""")]
    [InlineData("""{"type":"textarea","validate":{"required":true,"minWords":5,"maxWords":6} }""")]
    [InlineData("""{"type":"number","validate":{"required":true,"min":"36.5","max":"36.9"} }""")]
    [InlineData("""{"type":"number","validate":{"required":true,"max":-3,"integer":true,"step":"1"} }""")]
    [InlineData("""{"type":"number","multiple":true,"validate":{"required":true,"min":3} }""")]
    [InlineData("""{"type":"checkbox","validate":{"required":true} }""")]
    [InlineData("""{"type":"radio","values":[{"value":"a"},{"value":"b"}],"validate":{"required":true,"onlyAvailableItems":true} }""")]
    [InlineData("""{"type":"select","dataSrc":"json","valueProperty":"id","data":{"json":"[{\"id\":\"x\"}]"},"validate":{"required":true} }""")]
    [InlineData("""{"type":"selectboxes","values":[{"value":"a"},{"value":"b"},{"value":"c"}],"validate":{"required":true,"minSelectedCount":2,"maxSelectedCount":2} }""")]
    [InlineData("""{"type":"day","dayFirst":true,"minDate":"2025-01-01","maxDate":"2025-01-31","validate":{"required":true} }""")]
    [InlineData("""{"type":"day","fields":{"day":{"hide":true},"month":{"required":true},"year":{"required":true,"minYear":2001,"maxYear":2002} },"validate":{"required":true} }""")]
    [InlineData("""{"type":"datetime","widget":{"minDate":"2026-04-01","maxDate":"2026-04-02"},"validate":{"required":true} }""")]
    [InlineData("""{"type":"datetime","validate":{"required":true,"custom":"valid = new Date(input) > new Date('2026-03-20') ? true : 'later'"} }""")]
    [InlineData("""{"type":"time","dataFormat":"HH:mm","validate":{"required":true} }""")]
    [InlineData("""{"type":"email","validate":{"required":true} }""")]
    [InlineData("""{"type":"url","validate":{"required":true} }""")]
    [InlineData("""{"type":"tags","validate":{"required":true} }""")]
    [InlineData("""{"type":"textfield","properties":{"sample":"Uno|Dos"},"validate":{"required":true,"custom":"valid = input === 'Dos' ? true : 'Dos'"} }""")]
    public void A_field_is_answered_within_its_rules(string component)
    {
        var form = FormOf(component);

        for (var seed = 0; seed < 20; seed++)
        {
            var answers = Fill(form, seed);

            answers.Unfilled.ShouldBeEmpty();
            answers.Data["a"].ShouldNotBeNull();
        }
    }

    [Theory]
    [InlineData("""{"type":"textfield","disabled":true,"validate":{"required":true} }""", UnfilledReason.NotEditable)]
    [InlineData("""{"type":"select","dataSrc":"url","data":{"url":"https://example.org"},"validate":{"required":true} }""", UnfilledReason.NoChoices)]
    [InlineData("""{"type":"textfield","validate":{"required":true,"custom":"valid = 'never'"} }""", UnfilledReason.Refused)]
    [InlineData("""{"type":"strange","validate":{"required":true} }""", UnfilledReason.UnknownType)]
    public void What_cannot_be_filled_is_named_with_the_reason(string component, UnfilledReason reason)
    {
        var field = Fill(FormOf(component), 1).Unfilled.ShouldHaveSingleItem();

        field.Path.ShouldBe("a");
        field.Reason.ShouldBe(reason);
        field.Message.ShouldNotBeEmpty();
    }

    [Fact]
    public void What_the_form_opens_with_stays()
    {
        var form = FormOf("""{"type":"textfield","validate":{"required":true} }""");

        var answers = new FormAnswers(new SubmissionProcessor()).Fill(form, new AnswerRequest { Seed = 1, Begun = new JsonObject { ["a"] = "given" }, Context = Context });

        answers.Data["a"]!.ToString().ShouldBe("given");
    }

    [Fact]
    public void A_grid_gets_the_rows_that_are_wanted_and_each_its_own_answers()
    {
        var form = FormOf("""{"type":"datagrid","validate":{"maxLength":9},"components":[{"type":"number","key":"n","input":true,"validate":{"required":true,"min":0,"max":1000000} }]}""");

        var rows = (JsonArray)new FormAnswers(new SubmissionProcessor()).Fill(form, new AnswerRequest { Seed = 4, Rows = 7, Context = Context }).Data["a"]!;

        rows.Count.ShouldBe(7);
        rows.Select(row => row!["n"]!.ToString()).Distinct().Count().ShouldBeGreaterThan(5);
    }

    [Fact]
    public void All_choices_are_drawn_sooner_or_later()
    {
        var form = FormOf("""{"type":"radio","defaultValue":"a","values":[{"value":"a"},{"value":"b"},{"value":"c"},{"value":"d"}],"validate":{"required":true} }""");

        var drawn = Enumerable.Range(0, 60).Select(seed => Fill(form, seed).Data["a"]!.ToString()).Distinct();

        drawn.Order().ShouldBe(["a", "b", "c", "d"]);
    }

    [Fact]
    public void Random_forms_are_filled_or_say_what_is_not_and_the_same_seed_gives_the_same_answers()
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(20260315, 1);
        Check.One(config, Prop.ForAll(Forms().ToArbitrary(), json =>
        {
            var form = CompiledForm.Compile(FormDefinition.Parse(json));
            var once = Fill(form, 11);
            var verdict = new SubmissionProcessor().Process(form, once.Data, Context);

            return once.IsValid == verdict.IsValid
                && JsonNode.DeepEquals(once.Data, Fill(form, 11).Data)
                && (once.IsValid || once.Unfilled.All(field => field.Message.Length > 0 && field.Rule.Length > 0));
        }));
    }

    private static Gen<string> Forms() =>
        from count in Gen.Choose(1, 6)
        from components in Gen.ListOf(Component(), count)
        select $"{{\"components\":[{string.Join(',', components.Select((one, index) => one.Replace("KEY", $"k{index}", StringComparison.Ordinal)))}]}}";

    private static Gen<string> Component() =>
        from type in Gen.Elements(Types)
        from shape in Gen.Choose(0, 4)
        from target in Gen.Choose(0, 5)
        let choices = "\"values\":[{\"value\":\"x\",\"label\":\"x\"},{\"value\":\"y\",\"label\":\"y\"}],\"data\":{\"values\":[{\"value\":\"x\",\"label\":\"x\"},{\"value\":\"y\",\"label\":\"y\"}]}"
        select shape switch
        {
            0 => $$"""{"type":"{{type}}","key":"KEY","input":true,{{choices}},"validate":{"required":true} }""",
            1 => $$"""{"type":"{{type}}","key":"KEY","input":true,{{choices}},"validate":{"required":true},"conditional":{"show":true,"when":"k{{target}}","eq":"x"} }""",
            2 => $$"""{"type":"datagrid","key":"KEY","input":true,"validate":{"required":true,"minLength":2},"components":[{"type":"{{type}}","key":"in","input":true,{{choices}},"validate":{"required":true} }]}""",
            3 => $$"""{"type":"container","key":"KEY","input":true,"components":[{"type":"{{type}}","key":"in","input":true,{{choices}},"customConditional":"show = !!data.k{{target}}","validate":{"required":true} }]}""",
            _ => $$"""{"type":"panel","key":"KEY","input":false,"components":[{"type":"{{type}}","key":"KEYin","input":true,"multiple":true,{{choices}} }]}""",
        };

    private static CompiledForm FormOf(string component)
    {
        var node = (JsonObject)JsonNode.Parse(component)!;
        node["key"] = "a";
        node["input"] = true;
        return CompiledForm.Compile(FormDefinition.Parse(new JsonObject { ["components"] = new JsonArray(node) }.ToJsonString()));
    }

    private static AnsweredForm Fill(CompiledForm form, long seed) =>
        new FormAnswers(new SubmissionProcessor()).Fill(form, new AnswerRequest { Seed = seed, Context = Context });
}
