using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace WorkflowHost.Delivery;

/// <summary>
/// The body of a request as a workflow gets it (elsa-semantics 3.7): JSON, form fields as an object, text, or files. Files
/// are objects with <c>fileName</c>, <c>contentType</c>, <c>size</c> and base64 <c>content</c>.
/// </summary>
/// <param name="Content">Null when the body is empty.</param>
/// <param name="Files">In the order they came.</param>
internal sealed record IncomingRequest(JsonNode? Content, IReadOnlyList<JsonObject> Files)
{
    private const int MaxParts = 64;
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 64 };

    /// <summary>Null when the body is not what its content type says.</summary>
    public static async Task<IncomingRequest?> ParseAsync(string? contentType, byte[] body, CancellationToken ct)
    {
        if (body.Length == 0)
            return new IncomingRequest(null, []);
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type))
            return new IncomingRequest(Encoding.UTF8.GetString(body), []);
        var media = type.MediaType.Value ?? "";
        try
        {
            if (media.EndsWith("/json", StringComparison.OrdinalIgnoreCase) || media.EndsWith("+json", StringComparison.OrdinalIgnoreCase))
                return new IncomingRequest(JsonNode.Parse(body, documentOptions: Reading), []);
            if (media.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
                return new IncomingRequest(Fields(Encoding.UTF8.GetString(body)), []);
            if (media.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
                return await PartsAsync(HeaderUtilities.RemoveQuotes(type.Boundary).Value, body, ct);
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or IOException)
        {
            // The caller's mistake; answered with 400.
            return null;
        }

        if (media.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || media.EndsWith("xml", StringComparison.OrdinalIgnoreCase))
            return new IncomingRequest(Encoding.UTF8.GetString(body), []);
        var file = File("file", media, body);
        return new IncomingRequest(file.DeepClone(), [file]);
    }

    private static async Task<IncomingRequest?> PartsAsync(string? boundary, byte[] body, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(boundary))
            return null;
        var fields = new JsonObject();
        var files = new List<JsonObject>();
        var reader = new MultipartReader(boundary, new MemoryStream(body));
        for (var count = 0; await reader.ReadNextSectionAsync(ct) is { } section; count++)
        {
            if (count == MaxParts
                || !ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var about) || about.Name.Value is not { } quoted)
                return null;
            using var content = new MemoryStream();
            await section.Body.CopyToAsync(content, ct);
            var name = HeaderUtilities.RemoveQuotes(quoted).Value ?? "";
            if (!about.IsFileDisposition())
            {
                fields[name] = Encoding.UTF8.GetString(content.ToArray());
                continue;
            }

            // Only the last part of a name: whatever folders somebody puts before it are not ours.
            var given = HeaderUtilities.RemoveQuotes(about.FileNameStar.HasValue ? about.FileNameStar : about.FileName).Value ?? "";
            var file = File(given[(given.LastIndexOfAny(['/', '\\']) + 1)..], section.ContentType ?? "", content.ToArray());
            files.Add(file);
            fields[name] = file.DeepClone();
        }

        return new IncomingRequest(fields, files);
    }

    private static JsonObject File(string name, string type, byte[] content) => new()
    {
        ["fileName"] = name,
        ["contentType"] = type.Split(';')[0].Trim(),
        ["size"] = content.Length,
        ["content"] = Convert.ToBase64String(content),
    };

    private static JsonObject Fields(string text) => new(QueryHelpers.ParseQuery(text).Select(field =>
        KeyValuePair.Create<string, JsonNode?>(
            field.Key,
            field.Value.Count == 1 ? field.Value.ToString() : new JsonArray([.. field.Value.Select(value => JsonValue.Create(value))]))));
}
