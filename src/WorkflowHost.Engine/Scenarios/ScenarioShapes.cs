using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using WorkflowHost.Engine.Running;

namespace WorkflowHost.Engine.Scenarios;

/// <summary>What happened, written as the recordings write it.</summary>
internal static class ScenarioShapes
{
    private const int LongestLog = 400;
    private const int LongestOutput = 60;
    private const int FirstOfLog = 12;
    private const int LastOfLog = 8;
    private static readonly string[] Events = ["Started", "Completed", "Suspended", "Resumed", "Faulted", "Canceled"];

    private static readonly string[] LeftOut =
        ["TaskId", "ChildInstanceId", "ParentInstanceId", "ScheduledInstanceIdsCount", "RequestId"];

    public static JsonObject Nothing() => new()
    {
        ["log"] = new JsonArray(),
        ["status"] = null,
        ["subStatus"] = null,
        ["bookmarks"] = new JsonArray(),
        ["incidents"] = new JsonArray(),
        ["variables"] = new JsonObject(),
        ["output"] = new JsonObject(),
    };

    public static JsonObject Instance(ScenarioInstance instance, IReadOnlyList<JournalEntry> journal, bool details)
    {
        var state = instance.State;
        var json = new JsonObject
        {
            ["status"] = state.Status.ToString(),
            ["subStatus"] = state.SubStatus.ToString(),
            ["bookmarks"] = new JsonArray([.. state.Bookmarks.Select(Bookmark)]),
            ["incidents"] = new JsonArray([.. state.Incidents.Select(Incident)]),
            ["variables"] = ScenarioVariables.Values(instance),
            ["output"] = state.Output.DeepClone(),
        };
        if (details)
        {
            json["variableTypes"] = ScenarioVariables.Types(instance);
            json["persistedVariables"] = ScenarioVariables.Persisted(instance);
        }
        if (state.CorrelationId is not null)
            json["correlationId"] = state.CorrelationId;
        if (state.Name is not null)
            json["name"] = state.Name;
        Log(json, instance, [.. journal.Where(entry => Events.Contains(entry.EventName))]);
        return json;
    }

    public static JsonArray Triggers(ScenarioHost host) => [.. host.Triggers.Select(stored => (JsonNode)new JsonObject
    {
        ["definitionId"] = stored.DefinitionId,
        ["activityId"] = stored.Trigger.ActivityId,
        ["name"] = stored.Trigger.Name,
        ["payload"] = Payload(stored.Trigger.Payload),
    })];

    public static JsonObject Task(RunTask task, bool ofRoot)
    {
        var json = new JsonObject
        {
            ["activityId"] = task.ActivityId,
            ["taskName"] = task.Name,
            ["payload"] = task.Payload?.DeepClone(),
        };
        if (!ofRoot)
            json["instance"] = "child";
        return json;
    }

    public static JsonNode Lines(IEnumerable<string> texts)
    {
        var lines = texts.SelectMany(text => text.Split('\n')).Select(line => (JsonNode?)line).ToList();
        return lines.Count <= LongestOutput
            ? new JsonArray([.. lines])
            : new JsonObject { ["lines"] = lines.Count, ["first"] = lines[0], ["last"] = lines[^1] };
    }

    private static JsonObject Payload(JsonObject? payload)
    {
        var json = new JsonObject();
        foreach (var (name, value) in payload ?? [])
            if (!LeftOut.Contains(name) && value is not null)
                json[ActivityJson.Camelize(name)] = value.DeepClone();
        return json;
    }

    private static void Log(JsonObject json, ScenarioInstance instance, List<JournalEntry> journal)
    {
        var outputs = new ScenarioOutputs(instance);
        if (journal.Count <= LongestLog)
        {
            json["log"] = new JsonArray([.. journal.Select(entry => Entry(entry, outputs))]);
            return;
        }
        var lines = journal.ConvertAll(entry => Outcomes(entry) is { } outcomes
            ? $"{entry.ActivityId}:{entry.EventName}[{string.Join(",", outcomes.Select(outcome => (string?)outcome))}]"
            : $"{entry.ActivityId}:{entry.EventName}");
        var counts = journal.GroupBy(entry => $"{entry.ActivityId}:{entry.EventName}")
            .Select(group => KeyValuePair.Create(group.Key, (JsonNode?)group.Count()));
        json["logSummary"] = new JsonObject
        {
            ["length"] = journal.Count,
            ["first"] = new JsonArray([.. journal.Take(FirstOfLog).Select(entry => Entry(entry, outputs))]),
            ["last"] = new JsonArray([.. journal.TakeLast(LastOfLog).Select(entry => Entry(entry, outputs))]),
            ["counts"] = new JsonObject(counts),
            ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join("\n", lines)))),
        };
    }

    private static JsonObject Entry(JournalEntry entry, ScenarioOutputs outputs)
    {
        var json = new JsonObject { ["activity"] = entry.ActivityId, ["event"] = entry.EventName };
        if (entry.EventName != "Completed")
            return json;
        if (Outcomes(entry) is { } outcomes)
            json["outcomes"] = outcomes.DeepClone();
        if (outputs.Of(entry) is { Count: > 0 } recorded)
            json["outputs"] = recorded;
        return json;
    }

    private static JsonArray? Outcomes(JournalEntry entry) => entry.Payload?["Outcomes"] as JsonArray;

    private static JsonObject Bookmark(Bookmark bookmark)
    {
        var json = new JsonObject
        {
            ["activityId"] = bookmark.ActivityId,
            ["name"] = bookmark.Name,
            ["payload"] = Payload(bookmark.Payload),
        };
        if (!bookmark.AutoBurn)
            json["autoBurn"] = false;
        return json;
    }

    private static JsonObject Incident(Incident incident)
    {
        var cause = incident.Exception;
        var inputEvaluation = cause?.Type == nameof(InputEvaluationException);
        if (inputEvaluation && cause?.InnerException is not null)
            cause = cause.InnerException;
        var json = new JsonObject { ["activityId"] = incident.ActivityId, ["class"] = cause?.Type, ["message"] = cause?.Message };
        if (inputEvaluation)
            json["inputEvaluation"] = true;
        return json;
    }
}
