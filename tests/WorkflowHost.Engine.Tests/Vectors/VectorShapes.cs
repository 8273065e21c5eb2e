using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using WorkflowHost.Engine.Running;
using WorkflowHost.Engine.Tests.Scenarios;
using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine.Tests.Vectors;

/// <summary>What happened, written as the vectors write it.</summary>
internal static class VectorShapes
{
    private static readonly string[] Events = ["Started", "Completed", "Suspended", "Resumed", "Faulted", "Canceled"];

    public static JsonObject Instance(TestInstance instance, List<JournalEntry> journal)
    {
        var state = instance.State;
        var json = new JsonObject
        {
            ["status"] = state.Status.ToString(),
            ["subStatus"] = state.SubStatus.ToString(),
            ["bookmarks"] = new JsonArray([.. state.Bookmarks.Select(Bookmark)]),
            ["incidents"] = new JsonArray([.. state.Incidents.Select(Incident)]),
            ["variables"] = Variables(instance),
            ["output"] = state.Output.DeepClone(),
        };
        if (state.CorrelationId is not null)
            json["correlationId"] = state.CorrelationId;
        if (state.Name is not null)
            json["name"] = state.Name;
        Log(json, journal.FindAll(entry => Events.Contains(entry.EventName)));
        return json;
    }

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

    public static JsonObject Payload(JsonObject? payload)
    {
        var json = new JsonObject();
        foreach (var (name, value) in payload ?? [])
            if (name is not ("TaskId" or "ChildInstanceId" or "ParentInstanceId" or "ScheduledInstanceIdsCount" or "RequestId") && value is not null)
                json[ActivityJson.Camelize(name)] = value.DeepClone();
        return json;
    }

    private static void Log(JsonObject json, List<JournalEntry> journal)
    {
        if (journal.Count <= 400)
        {
            json["log"] = new JsonArray([.. journal.Select(Entry)]);
            return;
        }
        var lines = journal.Select(entry => Outcomes(entry) is { } outcomes
            ? $"{entry.ActivityId}:{entry.EventName}[{string.Join(",", outcomes.Select(outcome => (string?)outcome))}]"
            : $"{entry.ActivityId}:{entry.EventName}");
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join("\n", lines)));
        json["logSummary"] = new JsonObject
        {
            ["length"] = journal.Count,
            ["sha256"] = Convert.ToHexStringLower(hash),
        };
    }

    private static JsonObject Entry(JournalEntry entry)
    {
        var json = new JsonObject { ["activity"] = entry.ActivityId, ["event"] = entry.EventName };
        if (entry.EventName == "Completed" && Outcomes(entry) is { } outcomes)
            json["outcomes"] = outcomes.DeepClone();
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
        var inputEvaluation = cause?.Type == "InputEvaluationException";
        if (inputEvaluation && cause?.InnerException is not null)
            cause = cause.InnerException;
        var json = new JsonObject { ["activityId"] = incident.ActivityId, ["class"] = cause?.Type, ["message"] = cause?.Message };
        if (inputEvaluation)
            json["inputEvaluation"] = true;
        return json;
    }

    private static JsonObject Variables(TestInstance instance)
    {
        var json = new JsonObject();
        var names = instance.Workflow.Definition.Variables.ToDictionary(variable => variable.Id, variable => variable.Name);
        foreach (var (id, value) in instance.State.Variables)
            json[names.GetValueOrDefault(id, id)] = value?.DeepClone();
        foreach (var record in instance.State.Records.Reverse().Where(record => record.ParentId is not null && record.Status == ActivityStatus.Running))
            Scope(json, instance, record);
        return json;
    }

    private static void Scope(JsonObject json, TestInstance instance, RecordState record)
    {
        var node = instance.Workflow.Nodes[record.NodeId];
        foreach (var variable in record.Variables)
        {
            var name = node.Variables.FirstOrDefault(declared => declared.Id == variable.Id)?.Name ?? variable.Id;
            json[$"{node.Id}/{name}"] = ClrValues.ToNode(variable.Value);
        }
    }
}
