using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using WorkflowHost.Data;
using WorkflowHost.Features.Workflows.Wire;

namespace WorkflowHost.Features.Workflows.Definitions;

/// <summary>
/// A mark of what a definition contains, sixteen hex digits: two versions with the same content have the same. Our page around
/// Studio remembers the one it loaded and sends it with each save, because Studio itself names no revision.
/// </summary>
public static class DefinitionStamp
{
    /// <summary>Of an answer: the definition id, escaped, and the stamp of its latest version.</summary>
    public const string Header = "x-definition-stamp";

    public static string Of(StoredDefinition version) =>
        Of(version.Name, version.Description, StudioJson.ParseObject(version.Json));

    /// <param name="document">As stored; what the row's columns say does not count.</param>
    public static string Of(string? name, string? description, JsonObject document)
    {
        var content = new StringBuilder(name).Append('\n').Append(description);
        foreach (var (member, value) in document.OrderBy(m => m.Key, StringComparer.Ordinal))
            if (!DefinitionDocument.IsColumn(member))
                content.Append('\n').Append(member).Append(':').Append(value?.ToJsonString(StudioJson.Options));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())))[..16];
    }

    /// <summary>Tells the page what it has loaded or saved. An older version is nobody's base and carries none.</summary>
    public static void Write(HttpResponse response, StoredDefinition version)
    {
        if (version.IsLatest)
            response.Headers[Header] = $"{Uri.EscapeDataString(version.DefinitionId)} {Of(version)}";
    }
}
