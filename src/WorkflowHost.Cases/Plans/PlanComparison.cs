using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkflowHost.Cases.Plans;

/// <summary>One comparison of two plans; collects what differs.</summary>
internal sealed class PlanComparison(string language)
{
    private static readonly string[] KeyNames = ["key", "value"];
    private readonly List<PlanChange> _changes = [];

    public IReadOnlyList<PlanChange> Changes => _changes;

    public void Add(PlanPlace place, PlanChangeKind kind, string property = "", string? before = null, string? after = null, string? tongue = null) =>
        _changes.Add(new PlanChange
        {
            Path = place.PathOf(property),
            Kind = kind,
            Subject = place.Subject,
            Key = place.Key,
            Name = place.Name,
            Within = place.Within,
            Property = property,
            Language = tongue,
            Before = before,
            After = after,
        });

    // "under" is the property the object is the value of, with a dot; empty for a thing itself.
    public void Members(PlanPlace place, JsonObject before, JsonObject after, string under = "")
    {
        foreach (var name in after.Select(member => member.Key).Concat(before.Select(member => member.Key)).Distinct(StringComparer.Ordinal))
        {
            // A key is how the thing was found.
            if (under.Length == 0 && place.Key.Length > 0 && KeyNames.Contains(name))
                continue;
            Member(place, under + name, before[name], after[name]);
        }
    }

    private void Member(PlanPlace place, string property, JsonNode? before, JsonNode? after)
    {
        if (JsonNode.DeepEquals(before, after))
            return;
        if (AreThings(before ?? after) && AreThings(after ?? before))
            Things(place, property, before as JsonArray ?? [], after as JsonArray ?? []);
        else if (AreWords(before ?? after) && AreWords(after ?? before))
            Words(place, property, (JsonArray?)before ?? [], (JsonArray?)after ?? []);
        else if (IsText(before) || IsText(after))
            Texts(place, property, AsText(before), AsText(after));
        else if ((before ?? after) is JsonObject && (after ?? before) is JsonObject)
            Members(place, before as JsonObject ?? [], after as JsonObject ?? [], property + ".");
        else if (Told(before) is var was && Told(after) is var now && was != now)
            Add(place, PlanChangeKind.Changed, property, was, now);
    }

    /// <summary>Two lists of things with keys: what is new, gone, somewhere else, and what changed inside.</summary>
    public void Things(PlanPlace place, string list, JsonArray before, JsonArray after)
    {
        var earlier = before.OfType<JsonObject>().DistinctBy(KeyOf).ToDictionary(thing => KeyOf(thing)!, StringComparer.Ordinal);
        var later = after.OfType<JsonObject>().DistinctBy(KeyOf).ToDictionary(thing => KeyOf(thing)!, StringComparer.Ordinal);
        foreach (var (key, thing) in earlier.Where(one => !later.ContainsKey(one.Key)))
            Add(place.Into(list, key, NameOf(thing)), PlanChangeKind.Removed);
        var places = before.OfType<JsonObject>().Select(thing => KeyOf(thing)!).Distinct().Select((key, at) => (key, at))
            .ToDictionary(one => one.key, one => one.at, StringComparer.Ordinal);
        var kept = later.Keys.Where(earlier.ContainsKey).ToList();
        var stayed = StableOrder.Of([.. kept.Select(key => places[key])]).Select(at => kept[at]).ToHashSet(StringComparer.Ordinal);
        var order = later.Keys.Select((key, at) => (key, at)).ToDictionary(one => one.key, one => one.at, StringComparer.Ordinal);
        foreach (var (key, thing) in later)
        {
            var inside = place.Into(list, key, NameOf(thing));
            if (!earlier.TryGetValue(key, out var was))
            {
                Add(inside, PlanChangeKind.Added);
                continue;
            }

            if (!stayed.Contains(key))
                Add(inside, PlanChangeKind.Moved, before: Text(places[key] + 1), after: Text(order[key] + 1));
            Members(inside, was, thing);
        }
    }

    // Rules prefer sites in order, so the same words in another order are a change too.
    private void Words(PlanPlace place, string property, JsonArray before, JsonArray after)
    {
        var was = before.Select(word => Told(word) ?? "").ToList();
        var now = after.Select(word => Told(word) ?? "").ToList();
        if (was.ToHashSet(StringComparer.Ordinal).SetEquals(now))
        {
            Add(place, PlanChangeKind.Changed, property, Told(before), Told(after));
            return;
        }

        foreach (var word in was.Except(now, StringComparer.Ordinal))
            Add(place, PlanChangeKind.Lost, property, before: word);
        foreach (var word in now.Except(was, StringComparer.Ordinal))
            Add(place, PlanChangeKind.Gained, property, after: word);
    }

    private void Texts(PlanPlace place, string property, JsonObject before, JsonObject after)
    {
        foreach (var tongue in after.Select(text => text.Key).Concat(before.Select(text => text.Key)).Distinct(StringComparer.Ordinal))
        {
            if (Told(before[tongue]) is var was && Told(after[tongue]) is var now && was != now)
                Add(place, PlanChangeKind.Changed, property, was, now, tongue);
        }
    }

    private string NameOf(JsonObject thing)
    {
        var title = thing["title"] ?? thing["label"];
        return (title is JsonObject texts
            ? Told(texts[language]) ?? Told(texts["es"]) ?? texts.Select(text => Told(text.Value)).FirstOrDefault(text => text is not null)
            : Told(title)) is { Length: > 0 } name
            ? name
            : KeyOf(thing) ?? "";
    }

    private static string? KeyOf(JsonObject thing) =>
        KeyNames.Select(name => thing[name] as JsonValue).FirstOrDefault(value => value is not null)?.ToString();

    private static bool AreThings(JsonNode? node) =>
        node is JsonArray { Count: > 0 } list && list.All(one => one is JsonObject thing && KeyOf(thing) is not null)
        || node is JsonArray { Count: 0 };

    private static bool AreWords(JsonNode? node) => node is JsonArray list && list.All(one => one is null or JsonValue);

    private static bool IsText(JsonNode? node) =>
        node is JsonObject { Count: > 0 } texts && texts.All(text => text.Key.Length == 2 && text.Value?.GetValueKind() == JsonValueKind.String);

    // A plain text is Spanish.
    private static JsonObject AsText(JsonNode? node) => node as JsonObject ?? (Told(node) is { } text ? new JsonObject { ["es"] = text } : []);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    // Null, an empty text and an empty list all mean that nothing is said.
    private static string? Told(JsonNode? node) => node switch
    {
        null => null,
        JsonValue value when value.GetValueKind() is JsonValueKind.True => "true",
        JsonValue value when value.GetValueKind() is JsonValueKind.False => "false",
        JsonValue value => value.ToString() is { Length: > 0 } text ? text : null,
        JsonArray { Count: 0 } => null,
        JsonArray list when list.All(one => one is null or JsonValue) => string.Join(", ", list.Select(Told)),
        JsonArray list when list.All(one => one is JsonArray inner && AreWords(inner)) => string.Join("; ", list.Select(inner => Told(inner)?.Replace(", ", " + ", StringComparison.Ordinal))),
        _ => JsonText.Of(node),
    };
}
