using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowHost.Engine.Flowcharts;
using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine.Running;

/// <summary>State to compact JSON: short names, only what differs from the default.</summary>
internal static class StateWriter
{
    private static readonly JsonWriterOptions Writing = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static byte[] Write(WorkflowState state)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(buffer, Writing);
        Write(json, state);
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    public static void Write(Utf8JsonWriter json, WorkflowState state)
    {
        json.WriteStartObject();
        json.WriteNumber("v"u8, 1);
        Head(json, state);
        Node(json, "in", state.Input.Count > 0 ? state.Input : null);
        Node(json, "out", state.Output.Count > 0 ? state.Output : null);
        Node(json, "props", state.Properties.Count > 0 ? state.Properties : null);
        List(json, "rec", state.Records, Record);
        List(json, "bm", state.Bookmarks, Bookmark);
        List(json, "inc", state.Incidents, Incident);
        List(json, "q", state.Queue, Work);
        json.WriteEndObject();
    }

    private static void Head(Utf8JsonWriter json, WorkflowState state)
    {
        json.WriteString("id"u8, state.InstanceId);
        json.WriteString("def"u8, state.DefinitionId);
        json.WriteString("ver"u8, state.DefinitionVersionId);
        json.WriteNumber("no"u8, state.DefinitionVersion);
        json.WriteNumber("sub"u8, (int)state.SubStatus);
        json.WriteNumber("mode"u8, (int)state.FlowchartMode);
        json.WriteNumber("seq"u8, state.NextSequence);
        json.WriteString("at"u8, state.CreatedAt);
        json.WriteString("upd"u8, state.UpdatedAt);
        if (state.FinishedAt is { } finished)
            json.WriteString("fin"u8, finished);
        Text(json, "name", state.Name);
        Text(json, "corr", state.CorrelationId);
        Text(json, "parent", state.ParentInstanceId);
        Text(json, "pwait", state.ParentWaitsAt);
        Text(json, "trig", state.TriggerActivityId);
    }

    private static void Record(Utf8JsonWriter json, RecordState record)
    {
        json.WriteString("id"u8, record.Id);
        Text(json, "p", record.ParentId);
        json.WriteString("n"u8, record.NodeId);
        json.WriteNumber("s"u8, (int)record.Status);
        json.WriteString("at"u8, record.StartedAt);
        if (record.CallbackPending)
            json.WriteBoolean("cb"u8, true);
        Number(json, "tag", record.Tag);
        if (record.Counter is { } counter)
            json.WriteNumber("i"u8, counter);
        if (record.IsBreaking)
            json.WriteBoolean("brk"u8, true);
        Number(json, "f", record.FaultCount);
        Number(json, "d", record.Depth);
        Text(json, "by", record.ScheduledById);
        Text(json, "bya", record.ScheduledByActivityId);
        Node(json, "props", record.Properties is { Count: > 0 } properties ? properties : null);
        if (record.Flow is { IsEmpty: false } flow)
            FlowchartStateJson.Write(json, flow);
        if (record.Variables.Count > 0)
            Variables(json, record.Variables);
    }

    private static void Variables(Utf8JsonWriter json, IReadOnlyList<StoredVariable> variables)
    {
        json.WriteStartArray("vars"u8);
        foreach (var variable in variables)
        {
            json.WriteStartArray();
            json.WriteStringValue(variable.Id);
            json.WriteNumberValue(variable.IsDynamic ? 1 : 0);
            Value(json, variable.Value);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    private static void Bookmark(Utf8JsonWriter json, Bookmark bookmark)
    {
        json.WriteString("id"u8, bookmark.Id);
        json.WriteString("name"u8, bookmark.Name);
        json.WriteString("hash"u8, bookmark.Hash);
        Node(json, "pay", bookmark.Payload);
        json.WriteString("a"u8, bookmark.ActivityId);
        json.WriteString("n"u8, bookmark.ActivityNodeId);
        json.WriteString("r"u8, bookmark.ActivityInstanceId);
        json.WriteString("at"u8, bookmark.CreatedAt);
        if (!bookmark.AutoBurn)
            json.WriteBoolean("keep"u8, true);
        if (bookmark.DueAt is { } due)
            json.WriteString("due"u8, due);
        Text(json, "cb", bookmark.Callback);
        Node(json, "meta", bookmark.Metadata);
    }

    private static void Incident(Utf8JsonWriter json, Incident incident)
    {
        json.WriteString("a"u8, incident.ActivityId);
        json.WriteString("n"u8, incident.ActivityNodeId);
        json.WriteString("t"u8, incident.ActivityType);
        json.WriteString("r"u8, incident.ActivityInstanceId);
        json.WriteString("m"u8, incident.Message);
        json.WriteString("at"u8, incident.Timestamp);
        if (incident.Exception is { } exception)
        {
            json.WritePropertyName("x"u8);
            JsonSerializer.Serialize(json, exception, EngineJson.Options);
        }
    }

    private static void Work(Utf8JsonWriter json, QueuedWork work)
    {
        json.WriteString("n"u8, work.NodeId);
        Text(json, "o", work.OwnerId);
        Text(json, "r", work.RecordId);
        if (work.NotifyOwner)
            json.WriteBoolean("cb"u8, true);
        Number(json, "tag", work.Tag);
    }

    private static void List<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Value(Utf8JsonWriter json, object? value)
    {
        if (ClrValues.ToNode(value) is { } node)
            node.WriteTo(json);
        else
            json.WriteNullValue();
    }

    private static void Node(Utf8JsonWriter json, string name, JsonNode? node)
    {
        if (node is null)
            return;
        json.WritePropertyName(name);
        node.WriteTo(json);
    }

    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    private static void Number(Utf8JsonWriter json, string name, int number)
    {
        if (number != 0)
            json.WriteNumber(name, number);
    }
}
