using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkflowHost.Content;

/// <summary>Reads <c>workflows/</c> and <c>forms/</c>, from folders or a package, with the catalogs put into the forms that name them.</summary>
public static class ContentFolder
{
    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = 100 };

    /// <summary>Everything that could be read, and what could not, by path.</summary>
    public static (IReadOnlyList<ContentFile> Files, IReadOnlyList<ContentMistake> Mistakes) Read(
        string workflows, string forms) => Read(ReadTexts(workflows, forms));

    /// <summary>The files of the folders as they are written, by path.</summary>
    public static IReadOnlyDictionary<string, string> ReadTexts(string workflows, string forms) =>
        new[] { ("workflows", workflows), ("workflows/fragments", workflows), ("workflows/examples", workflows), ("forms", forms), ("forms/catalogs", forms), ("forms/i18n", forms), ("forms/screens", forms), ("forms/examples", forms), ("forms/presets", forms) }
            .SelectMany(folder => FilesOf(folder.Item1, folder.Item2))
            .ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal);

    /// <param name="texts">Files by path: <c>workflows/…</c> and <c>forms/…</c>.</param>
    public static (IReadOnlyList<ContentFile> Files, IReadOnlyList<ContentMistake> Mistakes) Read(IReadOnlyDictionary<string, string> texts)
    {
        var mistakes = new List<ContentMistake>();
        var files = new List<ContentFile>();
        var catalogs = new Dictionary<string, JsonArray>(StringComparer.Ordinal);
        foreach (var (path, name, node) in Folder(texts, "forms/catalogs", mistakes))
        {
            if (node is not JsonArray catalog)
            {
                mistakes.Add(new ContentMistake(path, "$", "catalog.shape", "A catalog is a list of {value, label}."));
                continue;
            }

            catalogs[name] = catalog;
            files.Add(Make(ContentKind.Catalog, path, name, node));
        }

        foreach (var (path, name, node) in Folder(texts, "forms/i18n", mistakes))
            files.Add(Make(ContentKind.Dictionary, path, name, node));
        foreach (var (path, name, node) in Folder(texts, "forms/screens", mistakes))
            files.Add(Make(ContentKind.Screen, path, name, node));
        foreach (var (path, name, node) in Folder(texts, "forms/examples", mistakes))
            files.Add(Make(ContentKind.Example, path, name, node));
        foreach (var (path, name, node) in Folder(texts, "forms/presets", mistakes))
            files.Add(Make(ContentKind.Preset, path, name, node));
        foreach (var (path, name, node) in Folder(texts, "forms", mistakes))
        {
            FormCatalogs.Inline(node, catalogs, path, mistakes);
            files.Add(Make(ContentKind.Form, path, Text(node, "name") ?? name, node));
        }

        foreach (var (path, name, node) in Folder(texts, "workflows", mistakes))
        {
            files.Add(name == "plan"
                ? Make(ContentKind.Plan, path, Text(node, "key") ?? name, node)
                : Make(ContentKind.Workflow, path, Text(node, "definitionId") ?? name, node));
        }

        foreach (var (path, name, node) in Folder(texts, "workflows/fragments", mistakes))
            files.Add(Make(ContentKind.Fragment, path, Text(node, "definitionId") ?? name, node));
        foreach (var (path, name, node) in Folder(texts, "workflows/examples", mistakes))
            files.Add(Make(ContentKind.CaseExample, path, name, node));

        Duplicates(files, mistakes);
        return (files, mistakes);
    }

    private static IEnumerable<(string Path, string Text)> FilesOf(string name, string root)
    {
        var below = name.IndexOf('/', StringComparison.Ordinal) is >= 0 and var at ? name[(at + 1)..] : "";
        var folder = Path.Combine(root, below);
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.json").Select(file => ($"{name}/{Path.GetFileName(file)}", File.ReadAllText(file, Encoding.UTF8)))
            : [];
    }

    private static IEnumerable<(string Path, string Name, JsonNode Node)> Folder(
        IReadOnlyDictionary<string, string> texts, string folder, List<ContentMistake> mistakes)
    {
        foreach (var (path, text) in texts.Where(file => Path.GetDirectoryName(file.Key)?.Replace('\\', '/') == folder).OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            if (Parse(text, path, mistakes) is { } node)
                yield return (path, Path.GetFileNameWithoutExtension(path), node);
        }
    }

    private static JsonNode? Parse(string text, string path, List<ContentMistake> mistakes)
    {
        try
        {
            var node = JsonNode.Parse(text, documentOptions: Lenient);
            if (node is JsonObject or JsonArray)
                return node;
            mistakes.Add(new ContentMistake(path, "$", "json.shape", "An object is expected."));
        }
        catch (JsonException e)
        {
            mistakes.Add(new ContentMistake(path, $"line {e.LineNumber + 1}", "json.syntax", e.Message));
        }
        catch (ArgumentException e)
        {
            // A member that occurs twice: which of them is meant cannot be known.
            mistakes.Add(new ContentMistake(path, "$", "json.duplicate", e.Message));
        }

        return null;
    }

    private static void Duplicates(List<ContentFile> files, List<ContentMistake> mistakes)
    {
        foreach (var group in files.GroupBy(file => (file.Kind, file.Key)).Where(group => group.Count() > 1))
        {
            foreach (var file in group.Skip(1))
            {
                mistakes.Add(new ContentMistake(
                    file.Path, "$", "key.duplicate", $"'{file.Key}' is already defined by {group.First().Path}."));
            }
        }
    }

    private static ContentFile Make(ContentKind kind, string path, string key, JsonNode node)
    {
        var json = node.ToJsonString(ContentJson.Options);
        return new ContentFile(kind, path, key, json, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))));
    }

    private static string? Text(JsonNode node, string name) =>
        node is JsonObject members && members[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
