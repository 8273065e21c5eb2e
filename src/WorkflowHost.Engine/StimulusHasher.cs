using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkflowHost.Engine;

/// <summary>
/// The key under which stimuli find bookmarks and triggers (elsa-semantics 3.1): upper-case hex SHA-256 of the parts joined with
/// <c>|</c>, the payload as JSON in declaration order, nulls left out, escaped as .NET does by default.
/// </summary>
public static class StimulusHasher
{
    private static readonly JsonSerializerOptions Escaping = new() { Encoder = JavaScriptEncoder.Default };

    /// <summary>Hash of a stimulus. The caller leaves out of the payload what Elsa excludes (for example TaskName).</summary>
    /// <param name="name">Stimulus name, for example <c>Elsa.Event</c>.</param>
    /// <param name="payload">PascalCase members in Elsa's order; null = none.</param>
    /// <param name="activityInstanceId">Only for waits that are addressed to one record; no activity of Elsa does that.</param>
    public static string Hash(string name, JsonNode? payload, string? activityInstanceId = null)
    {
        var text = new StringBuilder(name);
        if (payload is not null)
            Append(text, PayloadText(payload));
        if (activityInstanceId is not null)
            Append(text, activityInstanceId);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>Hash of a bookmark or event <c>Elsa.Event</c>.</summary>
    public static string OfEvent(string? eventName) => Hash("Elsa.Event", new JsonObject { ["EventName"] = eventName });

    private static void Append(StringBuilder text, string part)
    {
        if (part.Length == 0)
            return;
        if (text.Length > 0)
            text.Append('|');
        text.Append(part);
    }

    private static string PayloadText(JsonNode payload)
    {
        if (payload is JsonValue value && value.TryGetValue(out string? text))
            return text;
        return WithoutNulls(payload)!.ToJsonString(Escaping);
    }

    private static JsonNode? WithoutNulls(JsonNode? node)
    {
        if (node is not JsonObject members || members.All(member => member.Value is not (null or JsonObject)))
            return node;
        var kept = new JsonObject();
        foreach (var (name, value) in members)
            if (value is not null)
                kept[name] = WithoutNulls(value.DeepClone());
        return kept;
    }
}
