using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Formio;

namespace WorkflowHost.Commands;

/// <summary>
/// A form, a submission and the circumstances as one JSON line, and the verdict in the shape of such a line's
/// <c>expected</c>: data, errors in order, and what conditions, calculations and logic did.
/// </summary>
internal static class FormVector
{
    // The clock of lines that name none, so that a file of lines means the same on every day.
    private const string DefaultNow = "2026-03-15T10:00:00Z";

    public static JsonObject Run(JsonObject line)
    {
        var form = FormDefinition.Parse(line["form"]?.ToJsonString() ?? "{}");
        var data = line["submission"]?["data"]?.DeepClone() as JsonObject ?? [];
        return Shape(new SubmissionProcessor().Process(CompiledForm.Compile(form), data, Context(line)));
    }

    private static SubmissionContext Context(JsonObject line) => new()
    {
        Language = line["language"]?.ToString() ?? "en",
        IsServer = line["config"]?["server"]?.GetValue<bool>() ?? false,
        OnlyValidate = line["pipeline"]?.ToString() == "validate",
        TimeProvider = new StandingClock(DateTimeOffset.Parse(
            line["env"]?["now"]?.ToString() ?? DefaultNow, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)),
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById(line["env"]?["tz"]?.ToString() ?? "UTC"),
        Metadata = line["submission"]?["metadata"]?.DeepClone() as JsonObject,
        Lookups = new WrittenLookups(line["io"] as JsonObject ?? []),
    };

    // The members that a line has only when there is something to tell are left out otherwise.
    private static JsonObject Shape(SubmissionResult result)
    {
        var shape = new JsonObject
        {
            ["data"] = result.Data.DeepClone(),
            ["errors"] = new JsonArray([.. result.Errors.Select(Error)]),
            ["conditionals"] = new JsonArray([.. result.Trace.Conditionals.Select(condition =>
                new JsonObject { ["path"] = condition.Key, ["hidden"] = condition.Value })]),
            ["hiddenPaths"] = Texts(result.HiddenPaths),
            ["clearedPaths"] = Texts(result.ClearedPaths),
        };
        if (result.Trace.Calculated is { } calculated)
            shape["calculated"] = Values(calculated);
        if (result.Trace.DefaultValues.Count > 0)
            shape["defaultValues"] = Values(result.Trace.DefaultValues);
        if (result.Trace.ComponentChanges.Count > 0)
            shape["componentChanges"] = Changes(result.Trace.ComponentChanges);
        return shape;
    }

    private static JsonObject Error(SubmissionError error)
    {
        var json = new JsonObject
        {
            ["path"] = error.Path,
            ["ruleName"] = error.RuleName,
            ["key"] = error.ErrorKeyNode?.DeepClone() ?? error.ErrorKey,
            ["level"] = error.Level,
            ["message"] = error.Message,
            ["pathParts"] = new JsonArray([.. error.PathParts.Select(JsonNode? (part) => part is int index ? index : (string)part)]),
        };
        if (error.Index is { } row)
            json["index"] = row;
        if (error.Setting is { } setting)
            json["setting"] = setting.DeepClone();
        return json;
    }

    // Sorted, as the lines have them: form.io promises no order here.
    private static JsonArray Texts(IEnumerable<string> texts) =>
        new([.. texts.Order(StringComparer.Ordinal).Select(JsonNode? (text) => text)]);

    private static JsonArray Values(IEnumerable<TracedValue> values) => new([.. values.Select(Value)]);

    private static JsonObject Value(TracedValue traced)
    {
        var value = new JsonObject { ["path"] = traced.Path };
        if (!traced.IsUndefined)
            value["value"] = traced.Value?.DeepClone();
        return value;
    }

    private static JsonObject Changes(IEnumerable<ComponentChange> changes)
    {
        var byPath = new JsonObject();
        foreach (var change in changes)
        {
            if (byPath[change.FormPath] is not JsonObject properties)
                byPath[change.FormPath] = properties = [];
            properties[change.Property] = change.Value?.DeepClone();
        }

        return byPath;
    }

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    /// <summary>The answers written in the line: what is not written is free, held, and out of reach.</summary>
    private sealed class WrittenLookups(JsonObject io) : ISubmissionLookups
    {
        public UniqueAnswer IsUnique(LookupQuestion question)
        {
            if (io["unique"] is not JsonObject answers || !answers.ContainsKey(question.Path))
                return new UniqueAnswer(true);
            var answer = answers[question.Path];
            return answer?.GetValueKind() switch
            {
                JsonValueKind.True => new UniqueAnswer(true),
                JsonValueKind.String => new UniqueAnswer(false, answer.ToString()),
                _ => new UniqueAnswer(false),
            };
        }

        public bool ResourceHolds(LookupQuestion question) =>
            io["resourceSelect"]?[question.Path]?.GetValue<bool>() ?? true;

        public FetchAnswer? Fetch(FetchQuestion question) =>
            io["fetch"]?[question.Url] is JsonObject answer
                ? new FetchAnswer(answer["status"]?.GetValue<int>() ?? 200, answer["body"])
                : null;
    }
}
