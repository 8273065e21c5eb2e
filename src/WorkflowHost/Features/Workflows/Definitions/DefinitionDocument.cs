using System.Text.Json.Nodes;
using WorkflowHost.Data;
using WorkflowHost.Features.Workflows.Wire;

namespace WorkflowHost.Features.Workflows.Definitions;

/// <summary>
/// The JSON of a definition on its way in and out. What we do not know stays as it is; what Studio merely echoes
/// (ids, version, flags, links) is the row's to say.
/// </summary>
public sealed class DefinitionDocument(DefinitionRepair repair)
{
    public const string Schema = "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json";

    private static readonly string[] Echoes =
        ["$schema", "links", "id", "definitionId", "name", "description", "version", "isLatest", "isPublished", "isSystem", "createdAt"];

    private static readonly string[] Lists = ["variables", "inputs", "outputs", "outcomes"];

    /// <summary>What is kept of a model that Studio sent; what the row's columns say is not in it.</summary>
    /// <exception cref="BadHttpRequestException">There is no root activity.</exception>
    public JsonObject FromModel(JsonObject model)
    {
        var document = new JsonObject();
        foreach (var (name, value) in model)
            if (value is not null && !Echoes.Contains(name))
                document[name] = value.DeepClone();
        document["root"] = repair.ForStorage(RootOf(document));
        return document;
    }

    /// <summary>The whole definition as Studio's editor and viewer read it.</summary>
    public JsonObject ForStudio(StoredDefinition row)
    {
        var response = WithColumns(row, StudioJson.ParseObject(row.Json));
        foreach (var name in Lists)
            if (response[name] is not JsonArray)
                response[name] = new JsonArray();
        foreach (var list in new[] { "variables", "inputs", "outputs" })
            foreach (var item in ((JsonArray)response[list]!).OfType<JsonObject>())
                DropNulls(item);
        foreach (var variable in ((JsonArray)response["variables"]!).OfType<JsonObject>())
            if (variable["value"] is { } value && variable.Text("value") is null)
                variable["value"] = value.ToJsonString(StudioJson.Options);
        if (response["customProperties"] is not JsonObject)
            response["customProperties"] = new JsonObject();
        var options = response["options"] as JsonObject ?? [];
        DropNulls(options);
        options["autoUpdateConsumingWorkflows"] ??= false;
        response["options"] = options.Parent is null ? options : options.DeepClone();
        response["root"] = repair.ForStudio((JsonObject)RootOf(response).DeepClone());
        response["links"] = System.Text.Json.JsonSerializer.SerializeToNode(
            DefinitionLinks.OfDefinition(row.DefinitionId, row.Id, !(response.Flag("isReadonly") ?? false)), StudioJson.Options);
        return response;
    }

    /// <summary>The definition as a file that any Elsa 3 server and this one can import.</summary>
    public static JsonObject ForExport(StoredDefinition row)
    {
        var file = new JsonObject { ["$schema"] = Schema };
        foreach (var (name, value) in WithColumns(row, StudioJson.ParseObject(row.Json)))
            file[name] = value?.DeepClone();
        return file;
    }

    /// <summary>A definition that its author closed; it has no links to write it with.</summary>
    public static bool IsReadonly(JsonObject document) => document.Flag("isReadonly") ?? false;

    /// <summary>The root activity of a document, model or response.</summary>
    /// <exception cref="BadHttpRequestException">There is none.</exception>
    public static JsonObject RootOf(JsonObject document) => document["root"] as JsonObject is { } root && root.Text("type") is not null
        ? root
        : throw new BadHttpRequestException("El proceso no tiene actividad raíz.");

    /// <summary>
    /// The document with what the row's columns say in front: what is stored and exported is a whole Elsa definition,
    /// so that whoever reads the JSON alone finds its ids.
    /// </summary>
    public static JsonObject WithColumns(StoredDefinition row, JsonObject document)
    {
        var result = new JsonObject
        {
            ["id"] = row.Id,
            ["definitionId"] = row.DefinitionId,
            ["name"] = row.Name,
            ["description"] = row.Description,
            ["createdAt"] = row.CreatedAt,
            ["version"] = row.Version,
            ["toolVersion"] = document.Text("toolVersion") ?? "3.8.0.0",
            ["isReadonly"] = IsReadonly(document),
            ["isSystem"] = false,
            ["isLatest"] = row.IsLatest,
            ["isPublished"] = row.IsPublished,
        };
        if (row.Description is null)
            result.Remove("description");
        foreach (var (name, value) in document)
            if (!result.ContainsKey(name) && name is not ("$schema" or "links"))
                result[name] = value?.DeepClone();
        return result;
    }

    private static void DropNulls(JsonObject item)
    {
        foreach (var name in item.Where(p => p.Value is null).Select(p => p.Key).ToList())
            item.Remove(name);
    }
}
