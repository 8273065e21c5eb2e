using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Formio.Values;

/// <summary>JSON → data values, within limits.</summary>
internal static partial class DataReader
{
    /// <summary>What was read, or which limit stopped it.</summary>
    public readonly record struct Reading(DataObject Data, string? Problem);

    public static Reading Read(JsonObject data, SubmissionLimits limits)
    {
        var counter = new Counter(limits.MaxDepth, limits.MaxValues);
        try
        {
            var read = counter.Read(data, 0);
            return counter.Problem is { } problem ? new Reading(new DataObject(), problem) : new Reading(read.AsObject!, null);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            // JsonObject throws on first use when the text repeated a key, or holds one that is no text.
            return new Reading(new DataObject(), exception is ArgumentException ? "duplicateKey" : "unreadableKey");
        }
    }

    /// <summary>Without limits, for JSON that was bounded when it was parsed.</summary>
    public static DataValue Read(JsonNode? node) => new Counter(int.MaxValue, int.MaxValue).Read(node, 0);

    /// <summary>JSON.parse; false when the text is no JSON.</summary>
    public static bool TryParse(string text, out DataValue value)
    {
        try
        {
            value = Read(JsonNode.Parse(text));
            return true;
        }
        catch (JsonException)
        {
            value = DataValue.Undefined;
            return false;
        }
    }

    /// <summary>The scalar members only: enough to know a component's kind.</summary>
    public static DataObject Shallow(JsonObject node)
    {
        var result = new DataObject();
        foreach (var (key, value) in node)
            result[key] = value is JsonObject ? new DataObject() : value is JsonArray ? new DataArray() : Read(value);
        return result;
    }

    private static DataValue Scalar(JsonNode node)
    {
        switch (node.GetValueKind())
        {
            case JsonValueKind.True: return true;
            case JsonValueKind.False: return false;
            case JsonValueKind.String: return Text((JsonValue)node);
            case JsonValueKind.Number:
                var value = (JsonValue)node;
                if (value.TryGetValue<JsonElement>(out var element)) return element.GetDouble();
                return value.TryGetValue<double>(out var number) ? number
                    : double.Parse(value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture);
            default: return DataValue.Null;
        }
    }

    // JSON may escape half a surrogate pair; JavaScript keeps it, the .NET reader refuses it.
    private static string Text(JsonValue node)
    {
        try
        {
            return node.GetValue<string>();
        }
        catch (InvalidOperationException)
        {
            return Escapes().Replace(node.GetValue<JsonElement>().GetRawText()[1..^1], static match => Unescape(match.Value));
        }
    }

    private static string Unescape(string escape) => escape[1] switch
    {
        'u' => ((char)Convert.ToInt32(escape[2..], 16)).ToString(),
        'n' => "\n",
        't' => "\t",
        'r' => "\r",
        'b' => "\b",
        'f' => "\f",
        var c => c.ToString(),
    };

    [GeneratedRegex(@"\\(?:u[0-9A-Fa-f]{4}|.)")]
    private static partial Regex Escapes();

    private sealed class Counter(int maxDepth, int maxValues)
    {
        private int _values;

        public string? Problem { get; private set; }

        public DataValue Read(JsonNode? node, int depth)
        {
            if (Problem is not null) return DataValue.Undefined;
            if (++_values > maxValues) return Stop("maxValues");
            if (depth > maxDepth) return Stop("maxDepth");
            switch (node)
            {
                case null:
                    return DataValue.Null;
                case JsonObject members:
                    var result = new DataObject(members.Count);
                    foreach (var (key, value) in members) result[key] = Read(value, depth + 1);
                    return result;
                case JsonArray items:
                    var array = new DataArray(items.Count);
                    foreach (var item in items) array.Add(Read(item, depth + 1));
                    return array;
                default:
                    return Scalar(node);
            }
        }

        private DataValue Stop(string problem)
        {
            Problem = problem;
            return DataValue.Undefined;
        }
    }
}
