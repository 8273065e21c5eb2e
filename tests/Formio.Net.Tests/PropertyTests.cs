using System.Text.Json;
using System.Text.Json.Nodes;
using Formio.Processors;
using Formio.Tests.Vectors;
using FsCheck;
using FsCheck.Fluent;

namespace Formio.Tests;

/// <summary>What holds for every form and submission; the cases are random but the same on every run.</summary>
public class PropertyTests
{
    private const int Cases = 300;

    private static readonly string[] Types =
        ["textfield", "number", "checkbox", "select", "selectboxes", "radio", "day", "datetime", "time", "email", "tags", "hidden", "currency"];

    private static readonly string[] Keys = ["a", "b", "c", "constructor", "__proto__", "x.y", "ñ", "toString"];

    private static readonly string?[] Values =
        ["null", "\"\"", "\"x\"", "5", "-0.0", "1e300", "true", "[]", "{}", "[1,\"x\",null]", "{\"a\":true}", "\"2026-03-10\"", "\"03/14/1992\"", "\"\\u202e\\u0301\\u200b\"", null];

    [Fact]
    public void A_form_survives_reading_and_writing() => Holds(sample =>
        JsonNode.DeepEquals(JsonNode.Parse(FormDefinition.Parse(sample.Form).ToJson()), JsonNode.Parse(sample.Form)));

    [Fact]
    public void What_was_let_through_is_let_through_again_unchanged() => Holds(sample =>
    {
        var form = CompiledForm.Compile(FormDefinition.Parse(sample.Form));
        var once = Judge(form, sample.Data, ProcessorSet.Filter).Data;

        return JsonNode.DeepEquals(Judge(form, once.ToJsonString(), ProcessorSet.Filter).Data, once);
    });

    [Fact]
    public void What_is_cleared_is_not_in_the_data() => Holds(sample =>
    {
        var result = Judge(CompiledForm.Compile(FormDefinition.Parse(sample.Form)), sample.Data);

        return result.ClearedPaths.All(path => path.Contains('.') || path.Contains('[') || !result.Data.ContainsKey(path));
    });

    [Fact]
    public void Errors_stand_at_paths_of_the_form() => Holds(sample =>
    {
        var form = CompiledForm.Compile(FormDefinition.Parse(sample.Form));
        var paths = form.Components.Select(component => component.Path).ToHashSet();

        return Judge(form, sample.Data).Errors.All(
            error => error.RuleName == "limit" || paths.Contains(WithoutRows(error.Path)));
    });

    [Fact]
    public void The_verdict_is_the_same_each_time_and_in_all_threads() => Holds(sample =>
    {
        var form = CompiledForm.Compile(FormDefinition.Parse(sample.Form));
        var verdicts = new string[8];

        Parallel.For(0, verdicts.Length, i => verdicts[i] = Text(Judge(form, sample.Data)));

        return verdicts.All(verdict => verdict == verdicts[0]);
    });

    private static void Holds(Func<Sample, bool> property)
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(Cases).WithReplay(20260315, 1);
        Check.One(config, Prop.ForAll(Samples().ToArbitrary(), property));
    }

    private static Gen<Sample> Samples() =>
        from count in Gen.Choose(1, 6)
        from components in Components(2).ListOf(count)
        from data in Data().ListOf(count + 2)
        select new Sample($"{{\"title\":\"ñ\",\"odd\":{{\"kept\":[1]}},\"components\":[{Joined(components)}]}}", Members(data));

    private static Gen<string> Components(int depth) =>
        from type in Gen.Elements(Types)
        from key in Gen.Elements(Keys)
        from target in Gen.Elements(Keys)
        from kind in Gen.Choose(0, depth > 0 ? 7 : 5)
        from inner in depth > 0 ? Components(depth - 1).ListOf(2) : Gen.Constant(new List<string>())
        select kind switch
        {
            0 => $$"""{"type":"{{type}}","key":"{{key}}","input":true,"validate":{"required":true,"maxLength":3} }""",
            1 => $$"""{"type":"{{type}}","key":"{{key}}","input":true,"multiple":true}""",
            2 => $$"""{"type":"{{type}}","key":"{{key}}","input":true,"conditional":{"show":true,"when":"{{target}}","eq":"x"} }""",
            3 => $$"""{"type":"{{type}}","key":"{{key}}","input":true,"customConditional":"show = !!data['{{target}}']"}""",
            4 => $$"""{"type":"{{type}}","key":"{{key}}","input":true,"validate":null,"conditional":5,"logic":"x","data":[]}""",
            5 => $$"""{"type":"{{type}}","key":"{{key}}","input":true,"validate":{"custom":"valid = input ? true : 'empty'"} }""",
            6 => $$"""{"type":"container","key":"{{key}}","input":true,"components":[{{Joined(inner)}}]}""",
            _ => $$"""{"type":"datagrid","key":"{{key}}","input":true,"components":[{{Joined(inner)}}]}""",
        };

    // Components that share a key are a quirk of their own (QuirkTests).
    private static string Joined(IEnumerable<string> components) =>
        string.Join(',', components.DistinctBy(component => JsonNode.Parse(component)!["key"]!.ToString()));

    private static Gen<(string Key, string? Json)> Data() =>
        from key in Gen.Elements(Keys)
        from value in Gen.Elements(Values)
        from inner in Gen.Elements(Values)
        from innerKey in Gen.Elements(Keys)
        from shape in Gen.Choose(0, 3)
        select (key, shape switch
        {
            0 => $"{{{JsonSerializer.Serialize(innerKey)}:{inner ?? "1"}}}",
            1 => $"[{{{JsonSerializer.Serialize(innerKey)}:{inner ?? "1"}}},{value ?? "{}"}]",
            _ => value,
        });

    private static string Members(IEnumerable<(string Key, string? Json)> members) =>
        $"{{{string.Join(',', members.Where(member => member.Json is not null).DistinctBy(member => member.Key)
            .Select(member => $"{JsonSerializer.Serialize(member.Key)}:{member.Json}"))}}}";

    private static SubmissionResult Judge(CompiledForm form, string data, ProcessorSet processors = ProcessorSet.All) =>
        new SubmissionProcessor().Process(form, JsonNode.Parse(data)!.AsObject(), new SubmissionContext
        {
            TimeProvider = new FrozenClock(new DateTimeOffset(2026, 3, 15, 10, 0, 0, TimeSpan.Zero)),
            Processors = processors,
        });

    private static string Text(SubmissionResult result) =>
        result.Data.ToJsonString() + string.Join('\n', result.Errors.Select(error => $"{error.Path} {error.RuleName} {error.Message}"));

    private static string WithoutRows(string path) => System.Text.RegularExpressions.Regex.Replace(path, @"\[\d+\]", "");

    private sealed record Sample(string Form, string Data);
}
