using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowHost.Engine;
using WorkflowHost.Features.Workflows.Descriptors;
using WorkflowHost.Features.Workflows.Wire;

namespace WorkflowHost.Features.Workflows.Definitions;

/// <summary>
/// Makes any stored or imported definition one that Studio can draw. Each of these states leaves its canvas silently
/// empty, and the next save would then store the emptiness: a missing activity version, null where a list belongs,
/// an unknown type, dynamic outcomes that are no list of texts (elsa-studio-contract 7.2, numbers 3, 5, 6, 9, 13).
/// </summary>
public sealed class DefinitionRepair(Toolbox toolbox, UnknownActivities unknown)
{
    private static readonly string[] Lists = ["activities", "connections", "variables", "states", "transitions"];
    private static readonly string[] Objects = ["metadata", "customProperties"];

    /// <summary>The root as Studio may see it. The argument is changed; use the result.</summary>
    public JsonObject ForStudio(JsonObject root)
    {
        foreach (var activity in ActivityTree.All(root).ToList())
            Mend(activity);
        var shown = unknown.Hide(root);
        ActivityTree.WriteNodeIds(shown);
        return shown;
    }

    /// <summary>The root as it is stored: originals in place of stand-ins, node ids written.</summary>
    public JsonObject ForStorage(JsonObject root)
    {
        foreach (var activity in ActivityTree.All(root).ToList())
            Mend(activity);
        var stored = UnknownActivities.Restore(root);
        ActivityTree.WriteNodeIds(stored);
        return stored;
    }

    private void Mend(JsonObject activity)
    {
        foreach (var name in Lists)
            if (activity.TryGetPropertyValue(name, out var value) && value is null)
                activity[name] = new JsonArray();
        foreach (var name in Objects)
            if (activity.TryGetPropertyValue(name, out var value) && value is null)
                activity[name] = new JsonObject();
        foreach (var connection in (activity["connections"] as JsonArray ?? []).OfType<JsonObject>())
            if (connection.TryGetPropertyValue("vertices", out var vertices) && vertices is null)
                connection["vertices"] = new JsonArray();

        MendLogPersistence(activity["customProperties"] as JsonObject);

        var type = activity.Text("type")!; // ActivityTree yields only objects that have one.
        if (activity.Number("version") is null)
            activity["version"] = toolbox.LatestVersion(type);
        if (toolbox.Find(type, activity.Number("version") ?? 1) is not { } known)
            return;
        foreach (var input in known.Inputs)
            MendInput(activity, input);
    }

    /// <summary>Studio's panel ends on a log setting without its <c>default</c>.</summary>
    public static void MendLogPersistence(JsonObject? customProperties)
    {
        if (customProperties?["logPersistenceConfig"] is JsonObject config && config["default"] is null)
            config["default"] = new JsonObject { ["evaluationMode"] = "Strategy" };
    }

    private static void MendInput(JsonObject activity, InputDescriptor input)
    {
        var name = ActivityJson.Camelize(input.Name);
        if (!input.IsWrapped || activity[name] is not { } value)
            return;
        if (value is JsonValue bare)
        {
            activity[name] = new JsonObject
            {
                ["typeName"] = input.TypeName,
                ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = bare.DeepClone() },
            };
        }

        if (input.UiHint == "dynamic-outcomes" && activity[name]?["expression"] is JsonObject expression && !IsListOfTexts(expression["value"]))
        {
            expression["type"] = "Object";
            expression["value"] = "[]";
        }
    }

    /// <summary>Whether the value of a dynamic-outcomes expression can be drawn as ports.</summary>
    public static bool IsListOfTexts(JsonNode? value)
    {
        if (value is not JsonValue text || !text.TryGetValue(out string? json))
            return false;
        try
        {
            return JsonNode.Parse(json) is JsonArray list && list.All(i => i?.GetValueKind() == JsonValueKind.String);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
