using System.Text.Json.Nodes;

namespace WorkflowHost.Content.Publications;

/// <summary>One process with all it needs: the processes it starts, their forms, and those forms' lists, words and examples.</summary>
public static class PackageChoice
{
    /// <summary>The files of it; none when there is no such process.</summary>
    public static IReadOnlyList<(string Path, string Text)> Of(IReadOnlyList<(string Path, string Text)> files, string definitionId)
    {
        var texts = files.ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal);
        var chosen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([$"workflows/{definitionId}.json"]);
        while (open.TryDequeue(out var path))
        {
            if (!texts.TryGetValue(path, out var text) || !chosen.Add(path))
                continue;
            foreach (var next in Needs(path, JsonNode.Parse(text)))
                open.Enqueue(next);
            if (ContentExport.KindOf(path) is not (ContentKind.Form, var form))
                continue;
            foreach (var belonging in texts.Keys.Where(other => Belongs(other, form)))
                chosen.Add(belonging);
        }

        return [.. files.Where(file => chosen.Contains(file.Path))];
    }

    private static IEnumerable<string> Needs(string path, JsonNode? node) => ContentExport.KindOf(path).Kind switch
    {
        ContentKind.Workflow or ContentKind.Fragment when node?["root"] is JsonObject root => DefinitionActivities.All(root).SelectMany(step => new[]
        {
            DefinitionActivities.Literal(step.Activity, "form") is { } form ? $"forms/{form}.json" : null,
            DefinitionActivities.Literal(step.Activity, "workflowDefinitionId") is { } process ? $"workflows/{process}.json" : null,
        }).OfType<string>(),
        ContentKind.Form or ContentKind.Preset => Catalogs(node).Select(catalog => $"forms/catalogs/{catalog}.json"),
        _ => [],
    };

    private static IEnumerable<string> Catalogs(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Catalogs),
        JsonObject map => (map["properties"] is JsonObject properties && properties["catalog"] is JsonValue name ? [name.ToString()] : Enumerable.Empty<string>())
            .Concat(map.SelectMany(member => Catalogs(member.Value))),
        _ => [],
    };

    private static bool Belongs(string path, string form) => ContentExport.KindOf(path) switch
    {
        (ContentKind.Dictionary, var key) => key.StartsWith(form + ".", StringComparison.Ordinal),
        (ContentKind.Example, var key) => key == form,
        _ => false,
    };
}
