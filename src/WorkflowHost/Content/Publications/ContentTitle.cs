using System.Text.Json.Nodes;

namespace WorkflowHost.Content.Publications;

/// <summary>What a content file is called by the people who work with it.</summary>
public static class ContentTitle
{
    /// <summary>The title or name that the file says, in Spanish; null when it says none.</summary>
    public static string? Of(string? json)
    {
        if (ContentJson.Read(json) is not JsonObject file)
            return null;
        var title = file["title"] ?? (file["definitionId"] is null ? null : file["name"]);
        var text = title is JsonObject byLanguage ? byLanguage["es"]?.ToString() : (title as JsonValue)?.ToString();
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }
}
