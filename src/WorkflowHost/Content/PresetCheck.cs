using System.Text.Json.Nodes;

namespace WorkflowHost.Content;

/// <summary>Mistakes in the builder's presets: what a form made of one alone would be refused for.</summary>
internal static class PresetCheck
{
    public static IEnumerable<ContentMistake> Of(
        IEnumerable<ContentFile> files, IReadOnlyDictionary<string, JsonArray> catalogs, ContentDictionaries dictionaries)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var group = JsonNode.Parse(file.Json);
            var mistakes = new List<ContentMistake>();
            FormCatalogs.Inline(group!, catalogs, file.Path, mistakes);
            foreach (var mistake in mistakes)
                yield return mistake;
            if (group is not JsonObject || group["title"] is null || group["presets"] is not JsonArray { Count: > 0 } presets)
            {
                yield return new ContentMistake(file.Path, "$", "preset.group", "A group of presets needs a title and a list 'presets'.");
                continue;
            }

            for (var i = 0; i < presets.Count; i++)
            {
                foreach (var mistake in Of(file, $"$.presets[{i}]", presets[i] as JsonObject, names, dictionaries))
                    yield return mistake;
            }
        }
    }

    private static IEnumerable<ContentMistake> Of(
        ContentFile file, string path, JsonObject? preset, HashSet<string> names, ContentDictionaries dictionaries)
    {
        if (preset?["name"] is not JsonValue name || preset["title"] is not JsonValue || FormPresets.AsForm(preset) is not { } form)
        {
            yield return new ContentMistake(file.Path, path, "preset.shape", "A preset needs a name, a title and a component.");
            yield break;
        }

        if (!names.Add(name.ToString()))
            yield return new ContentMistake(file.Path, path, "preset.duplicate", $"There is another preset '{name}'.");
        foreach (var mistake in ContentCheck.OfForm(file.Path, form))
            yield return mistake with { Path = path + mistake.Path.TrimStart('$') };
        foreach (var mistake in ContentCheck.OfWords(file.Path, form, dictionaries))
            yield return mistake with { Path = path + mistake.Path.TrimStart('$') };
    }
}
