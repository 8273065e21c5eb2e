using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowHost.Cases.Deadlines;

namespace WorkflowHost.Cases.Plans;

/// <summary>An object of plan.json with its path; reading from it notes every mistake and answers something usable.</summary>
internal sealed class PlanNode(JsonObject json, string path, List<PlanProblem> problems)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public string Path => path;

    public string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";

    public string Required(string name)
    {
        var text = Optional(name);
        if (string.IsNullOrWhiteSpace(text))
            Note(name, "required", "A text is required here.");
        return text ?? "";
    }

    public string? Optional(string name)
    {
        var node = Ask(name);
        if (node is null)
            return null;
        if (node is JsonValue value && value.TryGetValue<string>(out var text))
            return text;
        Note(name, "not_text", "A text is expected here.");
        return null;
    }

    public bool Flag(string name)
    {
        var node = Ask(name);
        if (node is null)
            return false;
        if (node is JsonValue value && value.TryGetValue<bool>(out var flag))
            return flag;
        Note(name, "not_boolean", "true or false is expected here.");
        return false;
    }

    /// <summary>A text in languages; a plain text is Spanish.</summary>
    public LocalizedText Localized(string name, bool required = true)
    {
        var node = Ask(name);
        if (node is JsonObject languages)
            return new LocalizedText(TextsOf(languages, name));
        if (node is JsonValue value && value.TryGetValue<string>(out var text))
            return new LocalizedText(new Dictionary<string, string> { ["es"] = text });
        if (node is not null || required)
            Note(name, "not_localized", "A text per language is expected here, like {\"es\": \"…\"}.");
        return new LocalizedText(new Dictionary<string, string>());
    }

    public IReadOnlyList<string> Texts(string name) =>
        Items(name).Select(item => TextOf(item.Node, item.Path)).OfType<string>().ToList();

    public IReadOnlyList<IReadOnlyList<string>> TextLists(string name)
    {
        var lists = new List<IReadOnlyList<string>>();
        foreach (var (node, itemPath) in Items(name))
        {
            if (node is JsonArray inner)
                lists.Add(inner.Select((n, i) => TextOf(n, $"{itemPath}[{i}]")).OfType<string>().ToList());
            else
                problems.Add(new(itemPath, "not_list", "A list of texts is expected here."));
        }

        return lists;
    }

    public IReadOnlyDictionary<string, int> Counts(string name)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        if (Ask(name) is not { } node)
            return counts;
        if (node is not JsonObject members)
        {
            Note(name, "not_object", "An object of numbers is expected here.");
            return counts;
        }

        foreach (var (key, value) in members)
        {
            if (value is JsonValue number && number.TryGetValue<int>(out var count) && count >= 0)
                counts[key] = count;
            else
                problems.Add(new($"{PathOf(name)}.{key}", "not_count", "A whole number of at least 0 is expected here."));
        }

        return counts;
    }

    /// <summary>A whole number, or what stands in for a missing one.</summary>
    public int Whole(string name, int otherwise)
    {
        var node = Ask(name);
        if (node is null)
            return otherwise;
        if (node is JsonValue value && value.TryGetValue<int>(out var number))
            return number;
        Note(name, "not_whole", "A whole number is expected here.");
        return otherwise;
    }

    /// <summary>A day, <c>yyyy-MM-dd</c>, or null.</summary>
    public DateOnly? Day(string name)
    {
        if (Optional(name) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Note(name, "not_day", "A day is expected here, like 2026-01-31.");
        return null;
    }

    /// <summary>A number above zero.</summary>
    public decimal Ratio(string name)
    {
        if (Ask(name) is JsonValue value && value.TryGetValue<decimal>(out var number) && number > 0)
            return number;
        Note(name, "not_ratio", "A number above 0 is expected here.");
        return 0;
    }

    /// <summary>Numbers of at least 0 by key.</summary>
    public IReadOnlyDictionary<string, decimal> Numbers(string name)
    {
        var numbers = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var (key, value) in Members(name))
        {
            if (value is JsonValue number && number.TryGetValue<decimal>(out var amount) && amount >= 0)
                numbers[key] = amount;
            else
                problems.Add(new($"{PathOf(name)}.{key}", "not_amount", "A number of at least 0 is expected here."));
        }

        return numbers;
    }

    /// <summary>Texts, numbers and booleans by key.</summary>
    public IReadOnlyDictionary<string, JsonValue> Values(string name)
    {
        var values = new Dictionary<string, JsonValue>(StringComparer.Ordinal);
        foreach (var (key, value) in Members(name))
        {
            if (value is JsonValue plain)
                values[key] = plain;
            else
                problems.Add(new($"{PathOf(name)}.{key}", "not_plain", "A text, a number or true/false is expected here."));
        }

        return values;
    }

    /// <summary>One text, number or boolean, or a list of them, as texts.</summary>
    public IReadOnlyList<string> Plain(string name)
    {
        var node = Ask(name);
        var items = node is JsonArray list ? list.ToArray() : node is null ? [] : [node];
        if (items.Any(item => item is not JsonValue))
            Note(name, "not_plain", "A text, a number or true/false is expected here.");
        return [.. items.OfType<JsonValue>().Select(item => item.GetValueKind() == JsonValueKind.String
            ? item.GetValue<string>()
            : item.ToJsonString())];
    }

    /// <summary>An object inside this one, or null.</summary>
    public T? Child<T>(string name, Func<PlanNode, T> read) where T : class
    {
        var node = Ask(name);
        if (node is null)
            return null;
        if (node is not JsonObject item)
        {
            Note(name, "not_object", "An object is expected here.");
            return null;
        }

        var child = new PlanNode(item, PathOf(name), problems);
        var value = read(child);
        child.NoteUnknown();
        return value;
    }

    public TEnum Word<TEnum>(string name, TEnum otherwise) where TEnum : struct, Enum =>
        Optional(name) is { } text ? Parse(text, PathOf(name), otherwise) : otherwise;

    public TEnum Parse<TEnum>(string text, string at, TEnum otherwise) where TEnum : struct, Enum
    {
        if (Enum.TryParse<TEnum>(text, ignoreCase: true, out var word) && !char.IsDigit(text[0]))
            return word;
        var words = string.Join(", ", Enum.GetNames<TEnum>().Select(n => n.ToLowerInvariant()));
        problems.Add(new(at, "unknown_word", $"'{text}' is none of: {words}."));
        return otherwise;
    }

    /// <summary>A length of time, <c>PT4H</c> or <c>0.04:00:00</c>, not negative and at most a year; null when absent.</summary>
    public TimeSpan? Duration(string name)
    {
        if (Optional(name) is not { } text)
            return null;
        if (DurationText.TryRead(text, out var span) && span >= TimeSpan.Zero && span <= TimeSpan.FromDays(366))
            return span;
        Note(name, "not_duration", $"'{text}' is no length of time up to a year; write PT4H for four hours or P2D for two days.");
        return null;
    }

    /// <summary>A whole number within bounds.</summary>
    public int Number(string name, int otherwise, int least, int most)
    {
        if (Ask(name) is not { } node)
            return otherwise;
        if (node is JsonValue value && value.TryGetValue<int>(out var number) && number >= least && number <= most)
            return number;
        Note(name, "not_number", $"A whole number from {least} to {most} is expected here.");
        return otherwise;
    }

    /// <summary>The objects of a list; anything else in it is noted and left out.</summary>
    public IReadOnlyList<T> List<T>(string name, Func<PlanNode, T> read)
    {
        var list = new List<T>();
        foreach (var (node, itemPath) in Items(name))
        {
            if (node is not JsonObject item)
            {
                problems.Add(new(itemPath, "not_object", "An object is expected here."));
                continue;
            }

            var child = new PlanNode(item, itemPath, problems);
            list.Add(read(child));
            child.NoteUnknown();
        }

        return list;
    }

    public bool IsText(string name) => json[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String;

    public bool Has(string name) => json.ContainsKey(name);

    public void Note(string name, string code, string message) => problems.Add(new(PathOf(name), code, message));

    /// <summary>Warns about every member nobody asked for: most of them are misspelt.</summary>
    public void NoteUnknown()
    {
        foreach (var (name, _) in json)
        {
            if (!_asked.Contains(name) && !name.StartsWith('$'))
                problems.Add(new(PathOf(name), "unknown_property", "Nothing reads this property.", IsWarning: true));
        }
    }

    private JsonNode? Ask(string name)
    {
        _asked.Add(name);
        return json[name];
    }

    private IEnumerable<KeyValuePair<string, JsonNode?>> Members(string name)
    {
        var node = Ask(name);
        if (node is JsonObject members)
            return members;
        if (node is not null)
            Note(name, "not_object", "An object is expected here.");
        return [];
    }

    private IEnumerable<(JsonNode? Node, string Path)> Items(string name)
    {
        var node = Ask(name);
        if (node is JsonArray array)
            return array.Select((n, i) => (n, $"{PathOf(name)}[{i}]"));
        if (node is not null)
            Note(name, "not_list", "A list is expected here.");
        return [];
    }

    private string? TextOf(JsonNode? node, string at)
    {
        if (node is JsonValue value && value.GetValueKind() == JsonValueKind.String)
            return value.GetValue<string>();
        problems.Add(new(at, "not_text", "A text is expected here."));
        return null;
    }

    private Dictionary<string, string> TextsOf(JsonObject languages, string name)
    {
        var texts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (language, node) in languages)
        {
            if (TextOf(node, $"{PathOf(name)}.{language}") is { } text)
                texts[language] = text;
        }

        return texts;
    }
}
