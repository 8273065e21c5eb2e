using System.Text.Encodings.Web;
using System.Text.Json;

namespace WorkflowHost.Content;

/// <summary>How content is stored: compact, with the letters people wrote.</summary>
public static class ContentJson
{
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
