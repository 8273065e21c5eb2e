using System.Text.Json;
using System.Text.Json.Nodes;
using Formio.Forms;

namespace Formio;

/// <summary>
/// What changed from one version of a form to another, as a person would tell it: a component is known by its key, so a
/// renamed key is one removed and one added component, as it is for the answers.
/// </summary>
public static class FormDifference
{
    // Where children hang; they are compared as components of their own.
    private static readonly HashSet<string> Children = new(StringComparer.Ordinal) { "components", "columns", "rows" };

    // The builder gives each component a random id each time it is dropped; it means nothing.
    private static readonly HashSet<string> Noise = new(StringComparer.Ordinal) { "id", "_id", "modified", "created", "_vid", "revisions" };

    // What form.io's builder writes out when it saves a component that never said it; saying it changes nothing.
    private static readonly HashSet<(string Property, string Value)> Usual =
    [
        ("validateOn", "change"), ("labelPosition", "top"), ("labelPosition", "right"), ("clearOnHide", "true"), ("persistent", "true"),
        ("widget.type", "input"), ("tableView", "true"), ("template", "<span>{{ item.label }}</span>"), ("spellcheck", "true"),
        ("inputType", "text"), ("inputType", "radio"), ("inputType", "checkbox"), ("dataSrc", "values"), ("theme", "default"),
        ("breadcrumb", "default"), ("dataGridLabel", "true"), ("idPath", "id"), ("limit", "100"), ("lazyLoad", "true"),
        ("searchEnabled", "true"), ("searchDebounce", "0.3"), ("minSearch", "0"), ("selectThreshold", "0.3"),
        ("fuseOptions.include", "score"), ("fuseOptions.threshold", "0.3"), ("inputFormat", "plain"), ("inputFormat", "html"),
        ("fixedSize", "true"), ("validate.step", "any"), ("tree", "true"),
    ];

    /// <summary>The differences: of the form first, then by the newer form's order, what was removed last.</summary>
    public static IReadOnlyList<FormChange> Of(FormDefinition before, FormDefinition after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var changes = new List<FormChange>(Properties(before.Json, after.Json, "", "", ""));
        var old = Places(before);
        var now = Places(after);
        foreach (var (path, place) in now)
        {
            if (!old.TryGetValue(path, out var was))
            {
                changes.Add(new FormChange(FormChangeKind.Added, path, place.Component.Label, place.Component.Type));
                continue;
            }

            if (was.Parent != place.Parent || Follows(was, now) != Follows(place, old))
                changes.Add(new FormChange(FormChangeKind.Moved, path, place.Component.Label, place.Component.Type));
            changes.AddRange(Properties(was.Component.Json, place.Component.Json, path, place.Component.Label, place.Component.Type));
        }

        changes.AddRange(old.Where(place => !now.ContainsKey(place.Key)).Select(place => new FormChange(
            FormChangeKind.Removed, place.Key, place.Value.Component.Label, place.Value.Component.Type)));
        return changes;
    }

    // The nearest sibling before it in both versions: what came in or went out between does not move its neighbours.
    private static string? Follows(Place place, Dictionary<string, Place> other)
    {
        for (var at = place.Before; at is not null; at = at.Before)
        {
            if (other.TryGetValue(at.Path, out var there) && there.Parent == at.Parent) return at.Path;
        }

        return null;
    }

    private static Dictionary<string, Place> Places(FormDefinition form)
    {
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        var facts = new Dictionary<JsonObject, FormComponent>(ReferenceEqualityComparer.Instance);
        foreach (var component in form.Components) facts[component.Json] = component;
        Add(form.Json["components"], "");
        return places;

        void Add(JsonNode? list, string parent)
        {
            Place? before = null;
            foreach (var json in (list as JsonArray ?? []).OfType<JsonObject>())
            {
                if (!facts.TryGetValue(json, out var component)) continue;
                // Layout components may share a key; then the place in the list tells them apart.
                var path = Unique(places, component.Path);
                before = places[path] = new Place(path, parent, component, before);
                foreach (var children in FormOutline.ChildLists(json)) Add(children, path);
            }
        }
    }

    private static string Unique(Dictionary<string, Place> places, string path)
    {
        var name = path;
        for (var n = 2; places.ContainsKey(name); n++) name = $"{path} ({n})";
        return name;
    }

    private static IEnumerable<FormChange> Properties(JsonObject before, JsonObject after, string path, string label, string type)
    {
        foreach (var (property, was, now) in Differences(before, after, ""))
        {
            yield return new FormChange(FormChangeKind.Changed, path, label, type)
            {
                Property = property, Before = Text(was), After = Text(now),
            };
        }
    }

    private static IEnumerable<(string Property, JsonNode? Before, JsonNode? After)> Differences(JsonObject before, JsonObject after, string prefix)
    {
        var names = before.Select(member => member.Key).Union(after.Select(member => member.Key));
        foreach (var name in names.Where(name => prefix.Length > 0 || (!Children.Contains(name) && !Noise.Contains(name))))
        {
            var (was, now) = (before[name], after[name]);
            if (JsonNode.DeepEquals(was, now) || (IsNothing(was) && IsNothing(now))) continue;
            if ((was is JsonObject || IsNothing(was)) && (now is JsonObject || IsNothing(now)))
            {
                foreach (var inner in Differences(was as JsonObject ?? [], now as JsonObject ?? [], $"{prefix}{name}."))
                    yield return inner;
            }
            else if (!(IsNothing(was) && now is not null && Usual.Contains((prefix + name, Text(now)!))))
            {
                yield return (prefix + name, was, now);
            }
        }
    }

    // The builder writes many properties out that a hand leaves away.
    private static bool IsNothing(JsonNode? node) => node switch
    {
        null => true,
        JsonArray list => list.Count == 0,
        JsonObject map => map.All(member => IsNothing(member.Value)),
        _ => node.GetValueKind() == JsonValueKind.False || (node.GetValueKind() == JsonValueKind.String && node.GetValue<string>().Length == 0),
    };

    private static string? Text(JsonNode? node) => node switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => node.ToJsonString(FormJson.Relaxed),
    };

    private sealed record Place(string Path, string Parent, FormComponent Component, Place? Before);
}
