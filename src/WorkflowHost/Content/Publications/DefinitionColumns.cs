using System.Text.Json.Nodes;
using WorkflowHost.Data;

namespace WorkflowHost.Content.Publications;

/// <summary>The JSON of a definition with what its row says.</summary>
public static class DefinitionColumns
{
    /// <summary>
    /// The document with what the row's columns say in front: what is stored and exported is a whole Elsa definition,
    /// so that whoever reads the JSON alone finds its ids.
    /// </summary>
    public static JsonObject Over(StoredDefinition row, JsonObject document)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(document);
        var result = new JsonObject
        {
            ["id"] = row.Id,
            ["definitionId"] = row.DefinitionId,
            ["name"] = row.Name,
            ["description"] = row.Description,
            ["createdAt"] = row.CreatedAt,
            ["version"] = row.Version,
            ["toolVersion"] = document["toolVersion"] is JsonValue tool && tool.TryGetValue<string>(out var version) ? version : "3.8.0.0",
            ["isReadonly"] = document["isReadonly"] is JsonValue flag && flag.TryGetValue<bool>(out var isReadonly) && isReadonly,
            ["isSystem"] = false,
            ["isLatest"] = row.IsLatest,
            ["isPublished"] = row.IsPublished,
        };
        if (row.Description is null)
            result.Remove("description");
        foreach (var (name, value) in document)
        {
            if (!result.ContainsKey(name) && name is not ("$schema" or "links"))
                result[name] = value?.DeepClone();
        }

        return result;
    }
}
