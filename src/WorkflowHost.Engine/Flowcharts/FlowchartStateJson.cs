using System.Text.Json;

namespace WorkflowHost.Engine.Flowcharts;

/// <summary>A flowchart's tokens and counters inside the state document.</summary>
internal static class FlowchartStateJson
{
    public static void Write(Utf8JsonWriter json, FlowchartState flow)
    {
        json.WriteStartObject("flow"u8);
        if (flow.Tokens.Count > 0)
        {
            json.WriteStartArray("t"u8);
            foreach (var token in flow.Tokens)
            {
                json.WriteStartArray();
                json.WriteStringValue(token.From);
                json.WriteStringValue(token.Outcome);
                json.WriteStringValue(token.To);
                json.WriteNumberValue((token.Consumed ? 1 : 0) + (token.Blocked ? 2 : 0));
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
        Counts(json, "a", flow.ActivityVisits);
        Counts(json, "c", flow.ConnectionVisits);
        if (flow.LastVisitFollowed.Count > 0)
        {
            json.WriteStartArray("l"u8);
            foreach (var (connection, followed) in flow.LastVisitFollowed)
                if (followed)
                    json.WriteStringValue(connection);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    public static FlowchartState? Read(JsonElement record)
    {
        if (!record.TryGetProperty("flow"u8, out var json))
            return null;
        var flow = new FlowchartState { ActivityVisits = Counts(json, "a"), ConnectionVisits = Counts(json, "c") };
        if (json.TryGetProperty("t"u8, out var tokens))
            foreach (var token in tokens.EnumerateArray())
                flow.Tokens.Add(Token(token));
        if (json.TryGetProperty("l"u8, out var followed))
            foreach (var connection in followed.EnumerateArray())
                flow.LastVisitFollowed[connection.GetString() ?? ""] = true;
        return flow;
    }

    private static FlowToken Token(JsonElement token)
    {
        var flags = token[3].GetInt32();
        return new FlowToken(token[0].GetString() ?? "", token[1].GetString() ?? "", token[2].GetString() ?? "")
        {
            Consumed = (flags & 1) != 0,
            Blocked = (flags & 2) != 0,
        };
    }

    private static void Counts(Utf8JsonWriter json, string name, Dictionary<string, int> counts)
    {
        if (counts.Count == 0)
            return;
        json.WriteStartObject(name);
        foreach (var (key, count) in counts)
            json.WriteNumber(key, count);
        json.WriteEndObject();
    }

    private static Dictionary<string, int> Counts(JsonElement json, string name)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        if (json.TryGetProperty(name, out var members))
            foreach (var member in members.EnumerateObject())
                counts[member.Name] = member.Value.GetInt32();
        return counts;
    }
}
