using System.Text.Json.Nodes;

namespace WorkflowHost.Delivery;

/// <summary>What an HTTP endpoint demands of uploaded files (elsa-semantics 3.7).</summary>
internal static class FileLimits
{
    /// <summary>The first demand that a file does not meet: the outcome, whether it is drawn, and the status when it is not. Null: all meet all.</summary>
    public static (string Outcome, bool IsExposed, int Status)? Check(JsonObject payload, IReadOnlyList<JsonObject> files)
    {
        foreach (var file in files)
        {
            if (long.TryParse(payload["FileSizeLimit"]?.ToString(), out var limit) && (int)file["size"]! > limit)
                return ("File too large", Flag(payload, "ExposeFileTooLargeOutcome"), StatusCodes.Status413PayloadTooLarge);
            var extension = Path.GetExtension(file["fileName"]!.ToString());
            var allowed = Texts(payload, "AllowedFileExtensions");
            if ((allowed.Count > 0 && !Has(allowed, extension)) || Has(Texts(payload, "BlockedFileExtensions"), extension))
                return ("Invalid file extension", Flag(payload, "ExposeInvalidFileExtensionOutcome"), StatusCodes.Status415UnsupportedMediaType);
            var types = Texts(payload, "AllowedMimeTypes");
            if (types.Count > 0 && !types.Contains(file["contentType"]!.ToString(), StringComparer.OrdinalIgnoreCase))
                return ("Invalid file MIME type", Flag(payload, "ExposeInvalidFileMimeTypeOutcome"), StatusCodes.Status415UnsupportedMediaType);
        }

        return null;
    }

    private static bool Has(List<string> extensions, string extension) =>
        extensions.Exists(one => one.TrimStart('.').Equals(extension.TrimStart('.'), StringComparison.OrdinalIgnoreCase));

    private static List<string> Texts(JsonObject payload, string name) => payload[name] switch
    {
        JsonArray list => [.. list.Select(item => item?.ToString() ?? "").Where(text => text.Length > 0)],
        JsonValue text when text.ToString() is { Length: > 0 } one => [one],
        _ => [],
    };

    private static bool Flag(JsonObject payload, string name) => bool.TryParse(payload[name]?.ToString(), out var set) && set;
}
