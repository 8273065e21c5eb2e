using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowHost.Engine.Flowcharts;
using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine.Running;

/// <summary>The way back from <see cref="StateWriter"/>.</summary>
internal static class StateReader
{
    public static WorkflowState Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            var json = document.RootElement;
            if (!json.TryGetProperty("v"u8, out var version) || version.GetInt32() != 1)
                throw new FormatException("The text is no workflow state of this engine.");
            return Read(json);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("The text is no workflow state of this engine.", error);
        }
    }

    private static WorkflowState Read(JsonElement json)
    {
        var records = List(json, "rec", Record);
        return new WorkflowState
        {
            InstanceId = Needed(json, "id"),
            DefinitionId = Needed(json, "def"),
            DefinitionVersionId = Needed(json, "ver"),
            DefinitionVersion = Number(json, "no"),
            SubStatus = (WorkflowSubStatus)Number(json, "sub"),
            FlowchartMode = (FlowchartMode)Number(json, "mode"),
            NextSequence = Number(json, "seq"),
            CreatedAt = json.GetProperty("at").GetDateTimeOffset(),
            UpdatedAt = json.GetProperty("upd").GetDateTimeOffset(),
            FinishedAt = Time(json, "fin"),
            Name = Text(json, "name"),
            CorrelationId = Text(json, "corr"),
            ParentInstanceId = Text(json, "parent"),
            ParentWaitsAt = Text(json, "pwait"),
            TriggerActivityId = Text(json, "trig"),
            Input = Object(json, "in") ?? [],
            Output = Object(json, "out") ?? [],
            Properties = Object(json, "props") ?? [],
            Records = records,
            Bookmarks = List(json, "bm", Bookmark),
            Incidents = List(json, "inc", Incident),
            Queue = List(json, "q", Work),
            Variables = RootVariables(records),
        };
    }

    private static Dictionary<string, JsonNode?> RootVariables(List<RecordState> records)
    {
        var variables = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var record in records)
            if (record.ParentId is null)
                foreach (var variable in record.Variables)
                    variables[variable.Id] = ClrValues.ToNode(variable.Value);
        return variables;
    }

    private static RecordState Record(JsonElement json) => new(
        Needed(json, "id"),
        Text(json, "p"),
        Needed(json, "n"),
        (ActivityStatus)Number(json, "s"),
        json.GetProperty("at").GetDateTimeOffset())
    {
        CallbackPending = Flag(json, "cb"),
        Tag = Number(json, "tag"),
        Counter = json.TryGetProperty("i"u8, out var counter) ? counter.GetInt32() : null,
        IsBreaking = Flag(json, "brk"),
        FaultCount = Number(json, "f"),
        Depth = Number(json, "d"),
        ScheduledById = Text(json, "by"),
        ScheduledByActivityId = Text(json, "bya"),
        Properties = Object(json, "props"),
        Flow = FlowchartStateJson.Read(json),
        Variables = Variables(json),
    };

    private static List<StoredVariable> Variables(JsonElement json)
    {
        var variables = new List<StoredVariable>();
        if (json.TryGetProperty("vars"u8, out var items))
            foreach (var item in items.EnumerateArray())
                variables.Add(new StoredVariable(item[0].GetString() ?? "", item[1].GetInt32() == 1, ClrValues.FromElement(item[2])));
        return variables;
    }

    private static Bookmark Bookmark(JsonElement json) => new(
        Needed(json, "id"),
        Needed(json, "name"),
        Needed(json, "hash"),
        Object(json, "pay"),
        Needed(json, "a"),
        Needed(json, "n"),
        Needed(json, "r"),
        json.GetProperty("at").GetDateTimeOffset())
    {
        AutoBurn = !Flag(json, "keep"),
        DueAt = Time(json, "due"),
        Callback = Text(json, "cb"),
        Metadata = Object(json, "meta"),
    };

    private static Incident Incident(JsonElement json) => new(
        Needed(json, "a"),
        Needed(json, "n"),
        Needed(json, "t"),
        Needed(json, "r"),
        Needed(json, "m"),
        json.TryGetProperty("x"u8, out var exception) ? exception.Deserialize<IncidentException>(EngineJson.Options) : null,
        json.GetProperty("at").GetDateTimeOffset());

    private static QueuedWork Work(JsonElement json) =>
        new(Needed(json, "n"), Text(json, "o"), Text(json, "r"), Flag(json, "cb"), Number(json, "tag"));

    private static List<T> List<T>(JsonElement json, string name, Func<JsonElement, T> read)
    {
        var list = new List<T>();
        if (json.TryGetProperty(name, out var items))
            foreach (var item in items.EnumerateArray())
                list.Add(read(item));
        return list;
    }

    private static string Needed(JsonElement json, string name) => json.GetProperty(name).GetString() ?? "";

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static int Number(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetInt32() : 0;

    private static bool Flag(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.GetBoolean();

    private static DateTimeOffset? Time(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value.GetDateTimeOffset() : null;

    private static JsonObject? Object(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? JsonObject.Create(value.Clone()) : null;
}
