using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowHost.Engine;
using WorkflowHost.Features.Workflows.Descriptors;
using WorkflowHost.Features.Workflows.Wire;

namespace WorkflowHost.Features.Workflows.Definitions;

/// <summary>
/// An activity whose type and version this host does not have would leave Studio's canvas silently empty, and the next
/// save would store it so. It is shown as Elsa's NotFoundActivity, which carries the original as text, and put back
/// when the definition is saved.
/// </summary>
public sealed class UnknownActivities(Toolbox toolbox)
{
    public const string TypeName = "Elsa.NotFoundActivity";

    // What a person may change on the stand-in: its place, its labels, its name.
    private static readonly string[] KeptFromStandIn = ["metadata", "name"];

    public JsonObject Hide(JsonObject root) => Replace(root, null, StandIn);

    public static JsonObject Restore(JsonObject root) => Replace(root, null, (activity, _) => Original(activity));

    /// <summary>Whether something in the tree is unknown here, as itself or as its stand-in.</summary>
    public bool AreIn(JsonObject root) =>
        ActivityTree.All(root).Any(a => a.Text("type") == TypeName || StandIn(a, null) is not null);

    private JsonObject? StandIn(JsonObject activity, JsonObject? parent)
    {
        if (activity.Text("type") is not { } type || type == TypeName)
            return null;
        var version = activity.Number("version") ?? 1;
        if (toolbox.Find(type, version) is not null)
            return null;
        var standIn = new JsonObject
        {
            ["id"] = activity.Text("id"),
            ["nodeId"] = activity.Text("nodeId"),
            ["name"] = activity.Text("name"),
            ["type"] = TypeName,
            ["version"] = 1,
            ["missingTypeName"] = type,
            ["missingTypeVersion"] = version,
            ["originalActivityJson"] = activity.ToJsonString(StudioJson.Options),
            ["outcomes"] = new JsonObject
            {
                ["typeName"] = "Object",
                ["expression"] = new JsonObject { ["type"] = "Object", ["value"] = OutcomesOf(activity, parent) },
            },
            ["customProperties"] = activity["customProperties"]?.DeepClone() ?? new JsonObject(),
            ["metadata"] = activity["metadata"]?.DeepClone() ?? new JsonObject(),
        };
        var metadata = (JsonObject)standIn["metadata"]!;
        metadata["displayText"] ??= $"{type} v{version}";
        return standIn;
    }

    // The canvas drops a connection whose port it does not know, so the stand-in shows the ports in use.
    private static string OutcomesOf(JsonObject activity, JsonObject? parent)
    {
        var ports = (parent?["connections"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .Select(c => c["source"] as JsonObject)
            .Where(s => s.Text("activity") == activity.Text("id"))
            .Select(s => s.Text("port") ?? "Done")
            .Distinct();
        return JsonSerializer.Serialize(ports, StudioJson.Options);
    }

    private static JsonObject? Original(JsonObject activity)
    {
        if (activity.Text("type") != TypeName || activity.Text("originalActivityJson") is not { Length: > 0 } text)
            return null;
        JsonObject original;
        try
        {
            original = StudioJson.ParseObject(text);
        }
        catch (JsonException)
        {
            return null; // Written by another tool; the stand-in itself is what there is to keep.
        }

        foreach (var name in KeptFromStandIn)
            if (activity[name] is { } kept)
                original[name] = kept.DeepClone();
        if (original["metadata"] is JsonObject metadata && metadata.Text("displayText") == DefaultText(activity))
            metadata.Remove("displayText");
        original["id"] = activity.Text("id");
        return original;
    }

    private static string DefaultText(JsonObject standIn) =>
        $"{standIn.Text("missingTypeName")} v{standIn.Number("missingTypeVersion")}";

    private static JsonObject Replace(
        JsonObject activity, JsonObject? parent, Func<JsonObject, JsonObject?, JsonObject?> replacement)
    {
        if (replacement(activity, parent) is { } other)
            return other;
        foreach (var (_, child) in ActivityJson.Children(activity).ToList())
        {
            var replaced = Replace(child, activity, replacement);
            if (!ReferenceEquals(replaced, child))
                child.ReplaceWith(replaced);
        }

        return activity;
    }
}
