using System.Text.Json.Nodes;
using WorkflowHost.Content.Publications;
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

    // Written by the row or the program, and no part of what a designer made.
    private static readonly string[] Columns = [.. Echoes, "toolVersion", "isReadonly"];

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
        Tidy(response);
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
        Tidy(file);
        return file;
    }

    /// <summary>Whether that member of a document says what the row's columns say.</summary>
    public static bool IsColumn(string member) => Columns.Contains(member);

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
    public static JsonObject WithColumns(StoredDefinition row, JsonObject document) => DefinitionColumns.Over(row, document);

    // Every collection there, and no explicit null where Elsa itself writes none: one ends the panel that reads it.
    private static void Tidy(JsonObject definition)
    {
        foreach (var name in Lists)
            if (definition[name] is not JsonArray)
                definition[name] = new JsonArray();
        foreach (var list in new[] { "variables", "inputs", "outputs" })
            foreach (var item in ((JsonArray)definition[list]!).OfType<JsonObject>())
                DropNulls(item);
        foreach (var variable in ((JsonArray)definition["variables"]!).OfType<JsonObject>())
            if (variable["value"] is { } value && variable.Text("value") is null)
                variable["value"] = value.ToJsonString(StudioJson.Options);
        if (definition["customProperties"] is not JsonObject)
            definition["customProperties"] = new JsonObject();
        DefinitionRepair.MendLogPersistence((JsonObject)definition["customProperties"]!);
        var options = definition["options"] as JsonObject ?? [];
        DropNulls(options);
        options["autoUpdateConsumingWorkflows"] ??= false;
        definition["options"] = options.Parent is null ? options : options.DeepClone();
    }

    private static void DropNulls(JsonObject item)
    {
        foreach (var name in item.Where(p => p.Value is null).Select(p => p.Key).ToList())
            item.Remove(name);
    }
}
