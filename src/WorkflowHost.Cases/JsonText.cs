using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkflowHost.Cases;

/// <summary>Between JSON text as it is stored and trees as it is worked with. Accents are stored as themselves.</summary>
public static class JsonText
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Parses an object; throws <see cref="JsonException"/> for anything else, since only this program writes these texts.</summary>
    public static JsonObject Object(string json) =>
        JsonNode.Parse(json) as JsonObject ?? throw new JsonException("A JSON object was expected.");

    /// <summary>The text of a tree; null becomes <c>{}</c>.</summary>
    public static string Of(JsonNode? node) => node?.ToJsonString(Readable) ?? "{}";
}
