using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowHost.Features.Shared.Languages;

namespace WorkflowHost.Features.Planning.Things;

/// <summary>
/// What a person entered about a part of the plan, put into its JSON. Only what the form asks for is touched, so members
/// that no page knows stay, and what says nothing is left out as it was.
/// </summary>
public sealed class PlanForm(IFormCollection form, string prefix = "")
{
    /// <summary>The trimmed text, or null.</summary>
    public string? Text(string name) => form[prefix + name].ToString().Trim() is { Length: > 0 } text ? text : null;

    public void PutText(JsonObject thing, string member) => Put(thing, member, Text(member) is { } text ? JsonValue.Create(text) : null);

    /// <summary>A whole number; what is none is kept as it was typed, so that the mistake is shown beside it.</summary>
    public void PutNumber(JsonObject thing, string member) => Put(thing, member, Text(member) switch
    {
        null => null,
        var text when long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        var text => JsonValue.Create(text),
    });

    /// <summary>A word of a list; the one that holds when nothing is said is left out if it was.</summary>
    public void PutWord(JsonObject thing, string member, string usual)
    {
        var word = Text(member) ?? usual;
        if (thing.ContainsKey(member) || word != usual)
            thing[member] = word;
    }

    public void PutFlag(JsonObject thing, string member, bool usual = false)
    {
        var flag = Text(member) is "true";
        if (thing.ContainsKey(member) || flag != usual)
            thing[member] = flag;
    }

    /// <summary>Boxes that were ticked.</summary>
    public void PutWords(JsonObject thing, string member) =>
        PutList(thing, member, form[prefix + member].OfType<string>().Select(word => word.Trim()).Where(word => word.Length > 0));

    /// <summary>One word a line, or between commas.</summary>
    public void PutLines(JsonObject thing, string member) => PutList(thing, member, Lines(member));

    /// <summary>Lists of words: one list a line, its words between commas.</summary>
    public void PutLists(JsonObject thing, string member)
    {
        var lists = form[prefix + member].ToString().Split('\n').Select(Words).Where(words => words.Count > 0).ToList();
        if (lists.Count > 0 || thing.ContainsKey(member))
            thing[member] = new JsonArray([.. lists.Select(words => (JsonNode)ListOf(words))]);
    }

    /// <summary>A text in the languages of the screens; other languages stay.</summary>
    public void PutTexts(JsonObject thing, string member)
    {
        var texts = thing[member] switch
        {
            JsonObject known => (JsonObject)known.DeepClone(),
            JsonValue plain when plain.GetValueKind() == JsonValueKind.String => new JsonObject { ["es"] = plain.ToString() },
            _ => [],
        };
        foreach (var language in ScreenLanguages.All)
        {
            if (Text($"{member}.{language.Tag}") is { } text)
                texts[language.Tag] = text;
            else
                texts.Remove(language.Tag);
        }

        if (texts.Count > 0 || thing.ContainsKey(member))
            thing[member] = texts;
    }

    /// <summary>Rows in the order of the page; each says which one it was, so that it keeps what no page knows.</summary>
    public void PutRows(JsonObject thing, string member, Action<PlanForm, JsonObject> put)
    {
        var before = thing[member] as JsonArray ?? [];
        var rows = new JsonArray();
        foreach (var token in form[prefix + member].OfType<string>())
        {
            var row = new PlanForm(form, $"{prefix}{member}.{token}.");
            var known = int.TryParse(row.Text("was"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var at) && at >= 0 && at < before.Count
                ? before[at] as JsonObject
                : null;
            var fresh = known is null ? [] : (JsonObject)known.DeepClone();
            put(row, fresh);
            rows.Add(fresh);
        }

        if (rows.Count > 0 || thing.ContainsKey(member))
            thing[member] = rows;
    }

    private IEnumerable<string> Lines(string member) => form[prefix + member].ToString().Split('\n').SelectMany(Words).Distinct(StringComparer.Ordinal);

    private static List<string> Words(string line) => [.. line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static void PutList(JsonObject thing, string member, IEnumerable<string> words)
    {
        var list = words.ToList();
        if (list.Count > 0 || thing.ContainsKey(member))
            thing[member] = ListOf(list);
    }

    private static JsonArray ListOf(IEnumerable<string> words) => new([.. words.Select(word => (JsonNode)JsonValue.Create(word))]);

    // Null that was there says the same as nothing; a file that did not change should not show a difference.
    private static void Put(JsonObject thing, string member, JsonNode? value)
    {
        if (value is not null)
            thing[member] = value;
        else if (thing[member] is not null)
            thing.Remove(member);
    }
}
