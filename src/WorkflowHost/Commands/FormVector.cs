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

    private static JsonObject Shape(SubmissionResult result) => new()
    {
        ["data"] = result.Data.DeepClone(),
        ["errors"] = new JsonArray([.. result.Errors.Select(Error)]),
        ["conditionals"] = new JsonArray([.. result.Trace.Conditionals.Select(condition =>
            new JsonObject { ["path"] = condition.Key, ["hidden"] = condition.Value })]),
        ["hiddenPaths"] = Texts(result.HiddenPaths),
        ["clearedPaths"] = Texts(result.ClearedPaths),
        ["calculated"] = Values(result.Trace.Calculated),
        ["defaultValues"] = Values(result.Trace.DefaultValues),
        ["componentChanges"] = Changes(result.Trace.ComponentChanges),
    };

    private static JsonObject Error(SubmissionError error)
    {
        var json = new JsonObject
        {
            ["path"] = error.Path,
            ["ruleName"] = error.RuleName,
            ["key"] = error.ErrorKey,
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

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(JsonNode? (text) => text)]);

    private static JsonArray Values(IEnumerable<KeyValuePair<string, JsonNode?>> values) =>
        new([.. values.Select(value => new JsonObject { ["path"] = value.Key, ["value"] = value.Value?.DeepClone() })]);

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
