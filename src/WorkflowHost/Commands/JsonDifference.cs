using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkflowHost.Commands;

/// <summary>Names the first place where two JSON trees differ; numbers are compared by value.</summary>
internal static class JsonDifference
{
    public static string? Find(string path, JsonNode? expected, JsonNode? actual) => (expected, actual) switch
    {
        (null, null) => null,
        (JsonObject wanted, JsonObject got) => Members(path, wanted, got),
        (JsonArray wanted, JsonArray got) => Items(path, wanted, got),
        (JsonValue wanted, JsonValue got) when Same(wanted, got) => null,
        _ => $"{path}: expected {Show(expected)}, got {Show(actual)}",
    };

    private static string? Members(string path, JsonObject expected, JsonObject actual)
    {
        foreach (var (name, value) in expected)
        {
            if (!actual.ContainsKey(name))
                return $"{path}.{name}: missing";
            if (Find($"{path}.{name}", value, actual[name]) is { } difference)
                return difference;
        }

        foreach (var (name, _) in actual)
        {
            if (!expected.ContainsKey(name))
                return $"{path}.{name}: not expected";
        }

        return null;
    }

    private static string? Items(string path, JsonArray expected, JsonArray actual)
    {
        if (expected.Count != actual.Count)
            return $"{path}: expected {Show(expected)}, got {Show(actual)}";
        for (var i = 0; i < expected.Count; i++)
        {
            if (Find($"{path}[{i}]", expected[i], actual[i]) is { } difference)
                return difference;
        }

        return null;
    }

    private static string Show(JsonNode? node)
    {
        try
        {
            return node?.ToJsonString() ?? "null";
        }
        catch (InvalidOperationException)
        {
            return "text with half a surrogate pair";
        }
    }

    private static bool Same(JsonValue expected, JsonValue actual)
    {
        var kind = expected.GetValueKind();
        if (kind != actual.GetValueKind())
            return false;
        return kind switch
        {
            JsonValueKind.Number => Number(expected).Equals(Number(actual)),
            JsonValueKind.String => Text(expected) == Text(actual),
            _ => true, // true and false are kinds of their own
        };
    }

    // Half a surrogate pair is no text for .NET; its JSON is.
    private static string Text(JsonValue value)
    {
        try
        {
            return value.GetValue<string>();
        }
        catch (InvalidOperationException)
        {
            var raw = value.GetValue<JsonElement>().GetRawText();
            return raw.Length == 8 ? ((char)Convert.ToInt32(raw[3..7], 16)).ToString() : raw;
        }
    }

    private static double Number(JsonValue value) => double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);
}
