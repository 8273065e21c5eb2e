using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace WorkflowHost.Features.Workflows.Wire;

/// <summary>
/// The JSON Studio's client reads: camelCase, case-sensitive, enums by name, nulls left out. An explicit null for a
/// collection or a value type ends the component that reads it.
/// </summary>
public static class StudioJson
{
    /// <summary>Deep enough for nested containers, finite for a hostile body.</summary>
    private const int MaxDepth = 128;

    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MaxDepth,
        Converters = { new JsonStringEnumConverter() },
    };

    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = MaxDepth };

    public static IResult Ok<T>(T value) => Results.Json(value, Options);

    /// <summary>The body as an object.</summary>
    /// <exception cref="BadHttpRequestException">The body is no JSON object.</exception>
    public static async Task<JsonObject> ReadObjectAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            var node = await JsonNode.ParseAsync(request.Body, documentOptions: Reading, cancellationToken: ct);
            return node as JsonObject ?? throw new BadHttpRequestException("The body must be a JSON object.");
        }
        catch (JsonException e)
        {
            throw new BadHttpRequestException("The body is not valid JSON.", e);
        }
    }

    public static JsonObject ParseObject(string json) =>
        JsonNode.Parse(json, documentOptions: Reading) as JsonObject ?? throw new JsonException("An object was expected.");

    public static string? Text(this JsonObject? node, string name) =>
        node?[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public static bool? Flag(this JsonObject? node, string name) =>
        node?[name] is JsonValue value && value.TryGetValue(out bool flag) ? flag : null;

    public static int? Number(this JsonObject? node, string name) =>
        node?[name] is JsonValue value && value.TryGetValue(out int number) ? number : null;

    /// <summary>The texts of an array; empty when it is absent or null.</summary>
    public static IReadOnlyList<string> Texts(this JsonObject? node, string name) =>
        node?[name] is JsonArray list ? [.. list.OfType<JsonValue>().Select(v => v.ToString())] : [];
}
