using System.Buffers;
using System.Globalization;
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
    private static readonly JsonWriterOptions Escaping = new() { Encoder = JavaScriptEncoder.Default, SkipValidation = true };

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
        var buffer = new ArrayBufferWriter<byte>(128);
        using (var json = new Utf8JsonWriter(buffer, Escaping))
            Write(json, payload);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                json.WriteStartObject();
                foreach (var (name, value) in members)
                    if (value is not null)
                    {
                        json.WritePropertyName(name);
                        Write(json, value);
                    }
                json.WriteEndObject();
                break;
            case JsonArray items:
                json.WriteStartArray();
                foreach (var item in items)
                    Write(json, item);
                json.WriteEndArray();
                break;
            case JsonValue value when value.TryGetValue(out string? text) && IsInstant(text):
                // .NET writes a date-time without escaping its plus sign.
                json.WriteRawValue($"\"{text}\"", skipInputValidation: true);
                break;
            default:
                if (node is null)
                    json.WriteNullValue();
                else
                    node.WriteTo(json);
                break;
        }
    }

    private static bool IsInstant(string text) =>
        text.Length is >= 20 and <= 35 && text[4] == '-' && text[10] == 'T'
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _);
}
