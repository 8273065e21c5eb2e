using System.Text.Json.Nodes;
using Formio.Processing;
using Formio.Processors;
using Formio.Rules;
using Formio.Values;

namespace Formio.Tests.Vectors;

/// <summary>One call recorded from form.io core's own test suite.</summary>
internal static class Upstream
{
    private static readonly Dictionary<string, Rule> Rules = new()
    {
        ["validateAvailableItems"] = new AvailableItems(),
        ["validateCustom"] = new Custom(),
        ["validateDate"] = new Date(),
        ["validateDay"] = new Day(),
        ["validateEmail"] = new Email(),
        ["validateJson"] = new Json(),
        ["validateMask"] = new Mask(),
        ["validateMaximumDay"] = new MaximumDay(),
        ["validateMaximumLength"] = new MaximumLength(),
        ["validateMaximumSelectedCount"] = new MaximumSelectedCount(),
        ["validateMaximumValue"] = new MaximumValue(),
        ["validateMaximumWords"] = new MaximumWords(),
        ["validateMaximumYear"] = new MaximumYear(),
        ["validateMinimumDay"] = new MinimumDay(),
        ["validateMinimumLength"] = new MinimumLength(),
        ["validateMinimumSelectedCount"] = new MinimumSelectedCount(),
        ["validateMinimumValue"] = new MinimumValue(),
        ["validateMinimumWords"] = new MinimumWords(),
        ["validateMinimumYear"] = new MinimumYear(),
        ["validateMultiple"] = new Multiple(),
        ["validateNumber"] = new Number(),
        ["validateRegexPattern"] = new RegexPattern(),
        ["validateRequired"] = new Required(),
        ["validateRequiredDay"] = new RequiredDay(),
        ["validateTime"] = new Time(),
        ["validateUrl"] = new Url(),
        ["validateUrlSelectValue"] = new UrlSelectValue(),
    };

    /// <summary>The file outside the repository; null when this checkout stands alone.</summary>
    public static string? File()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "conformance", "formio", "upstream.jsonl");
            if (System.IO.File.Exists(file)) return file;
        }

        return null;
    }

    /// <summary>Null when the result is the same.</summary>
    public static string? Judge(JsonObject call) =>
        call["kind"]!.ToString() == "rule" ? JudgeRule(call) : JudgeProcess(call);

    private static string? JudgeRule(JsonObject call)
    {
        var input = call["input"]!.AsObject();
        var form = new JsonObject { ["components"] = new JsonArray(input["component"]!.DeepClone()) };
        var compiled = CompiledForm.Compile(FormDefinition.Parse(form.ToJsonString()));
        var pass = new SubmissionPass(compiled, DataReader.Read(input["data"]).AsObject!, Context(input) with
        {
            Lookups = new NumbersAtHand(),
        });
        var visit = new ComponentVisit(compiled.Root.Components[0], null, RowScope.Top, input["index"]?.GetValue<int>(), pass);
        var value = input["valueMissing"]!.GetValue<bool>() ? DataValue.Undefined : DataReader.Read(input["value"]);
        var rule = Rules[call["rule"]!.ToString()];
        var failure = rule.Concerns(visit.Component) && rule.ShouldProcess(visit.Component, value)
            ? rule.Check(new RuleInput(visit, value, visit.DataIndex, pass))
            : null;
        var wanted = call["output"] is JsonObject output ? $"{output["ruleName"]}/{output["key"]}" : "nothing";
        var actual = failure is null ? "nothing" : $"{failure.RuleName ?? failure.ErrorKey}/{Key(failure, visit)}";
        return wanted == actual ? null : $"expected {wanted} got {actual}";
    }

    private static string Key(RuleFailure failure, ComponentVisit visit) =>
        visit.Component.Validate["customMessage"] is { IsTruthy: true } message ? message.ToString() : failure.ErrorKey;

    private static string? JudgeProcess(JsonObject call)
    {
        var input = call["input"]!.AsObject();
        var form = input["form"] is JsonObject given ? given.DeepClone().AsObject() : [];
        form["components"] = input["components"]!.DeepClone();
        var result = new SubmissionProcessor().Process(
            CompiledForm.Compile(FormDefinition.Parse(form.ToJsonString())), input["data"]!.DeepClone().AsObject(), Context(input));
        var output = call["output"]!.AsObject();
        if (!Comparer.Same(output["data"], result.Data))
            return $"data: expected {output["data"]!.ToJsonString()} got {result.Data.ToJsonString()}";
        var errors = string.Join(' ', result.Errors.Select(error => $"{error.Path}:{error.RuleName}:{error.ErrorKey}"));
        var wanted = string.Join(' ', output["errors"]!.AsArray().Select(error => $"{error!["path"]}:{error["ruleName"]}:{error["key"]}"));
        if (errors != wanted) return $"errors: expected {wanted} got {errors}";
        if (output["conditionals"] is not JsonArray conditionals) return null;
        var hidden = string.Join(' ', result.Trace.Conditionals.Select(pair => $"{pair.Key}:{pair.Value}"));
        var wantedHidden = string.Join(' ', conditionals.Select(entry => $"{entry!["path"]}:{entry["conditionallyHidden"]!.GetValue<bool>()}"));
        return hidden == wantedHidden ? null : $"conditionals: expected {wantedHidden} got {hidden}";
    }

    private static SubmissionContext Context(JsonObject input) => new()
    {
        Language = "en",
        IsServer = input["config"]?["server"]?.GetValue<bool>() ?? false,
        TimeProvider = new FrozenClock(new DateTimeOffset(2026, 3, 15, 10, 0, 0, TimeSpan.Zero)),
        Processors = (input["processors"] as JsonArray)?.Count switch
        {
            1 when input["processors"]![0]!.ToString() == "conditions" => ProcessorSet.Conditions,
            1 when input["processors"]![0]!.ToString() == "calculate" => ProcessorSet.Calculate,
            1 when input["processors"]![0]!.ToString() == "validate" => ProcessorSet.Validate,
            _ => ProcessorSet.All,
        },
    };

    private sealed class NumbersAtHand : ISubmissionLookups
    {
        public UniqueAnswer IsUnique(LookupQuestion question) => new(true);

        public bool ResourceHolds(LookupQuestion question) => true;

        public FetchAnswer? Fetch(FetchQuestion question) => null;
    }
}
