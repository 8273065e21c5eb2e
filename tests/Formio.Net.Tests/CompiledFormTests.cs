using System.Diagnostics;
using System.Text.Json.Nodes;
using Formio.Tests.Vectors;

namespace Formio.Tests;

public class CompiledFormTests
{
    [Fact]
    public void A_reference_is_resolved_once_and_kept()
    {
        var form = CompiledForm.Compile(FormDefinition.Parse("""{"components":[{"type":"textfield","key":"a","input":true}]}"""));

        form.Root.Find("a").ShouldBeSameAs(form.Root.Find("a"));
    }

    [Fact]
    public void Five_thousand_conditions_need_no_walk_through_the_form_each()
    {
        var components = string.Join(',', Enumerable.Range(0, 5_000).Select(i =>
            $$"""{"type":"textfield","key":"c{{i}}","input":true,"conditional":{"show":true,"when":"c{{(i + 4_999) % 5_000}}","eq":"x"} }"""));
        var form = CompiledForm.Compile(FormDefinition.Parse($$"""{"components":[{{components}}]}"""));
        var data = new JsonObject(Enumerable.Range(0, 5_000).Select(i => KeyValuePair.Create($"c{i}", (JsonNode?)"x")));
        var processor = new SubmissionProcessor();
        processor.Process(form, data, Context());

        // A walk per condition would be 25 million visits: seconds, not milliseconds.
        var watch = Stopwatch.StartNew();
        processor.Process(form, data, Context()).HiddenPaths.ShouldBeEmpty();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void One_form_serves_all_threads_while_logic_changes_components()
    {
        const string json = """
            {"components":[{"type":"textfield","key":"a","input":true},
             {"type":"textfield","key":"b","input":true,"calculateValue":"value = data.a + '!'","calculateServer":true,
              "logic":[{"trigger":{"type":"javascript","javascript":"result = data.a.length > 2"},
               "actions":[{"type":"property","property":{"value":"validate.maxLength","type":"string"},"text":"3"},
                          {"type":"property","property":{"value":"label","type":"string"},"text":"L {{data.a}}"}]}]}]}
            """;
        var form = CompiledForm.Compile(FormDefinition.Parse(json));
        var wrong = 0;

        Parallel.For(0, 2_000, i =>
        {
            var text = new string('x', i % 6);
            var result = new SubmissionProcessor().Process(form, new JsonObject { ["a"] = text }, Context());
            var message = result.Errors.SingleOrDefault()?.Message;
            var wanted = text.Length > 2 ? $"L {text} must have no more than 3 characters." : null;
            if (message != wanted || result.Data["b"]!.ToString() != text + "!") Interlocked.Increment(ref wrong);
        });

        wrong.ShouldBe(0);
    }

    private static SubmissionContext Context() => new()
    {
        Language = "en",
        TimeProvider = new FrozenClock(new DateTimeOffset(2026, 3, 15, 10, 0, 0, TimeSpan.Zero)),
    };
}
