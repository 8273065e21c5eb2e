using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkflowHost.Content;

/// <summary>How content is stored: compact, with the letters people wrote.</summary>
public static class ContentJson
{
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>
    /// A text as JSON; null when it is none, or has a member twice. For those who only show what is there: the check of the file
    /// names what is wrong with it.
    /// </summary>
    public static JsonNode? Read(string? json)
    {
        try
        {
            return json is null ? null : JsonNode.Parse(json, documentOptions: Strict);
        }
        catch (JsonException)
        {
            // Who asks here shows less; nothing is decided by it.
            return null;
        }
    }
}
