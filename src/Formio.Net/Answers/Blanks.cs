using System.Text.Json;
using System.Text.Json.Nodes;

namespace Formio.Answers;

/// <summary>What counts as not answered yet.</summary>
internal static class Blanks
{
    public static bool IsBlank(JsonNode? value) => value switch
    {
        null => true,
        JsonArray list => list.Count == 0,
        JsonObject map => map.Count == 0,
        _ => value.GetValueKind() == JsonValueKind.String && value.ToString().Length == 0,
    };

    /// <summary>The object and name a dotted key stands for, made where missing; null when something else is in the way.</summary>
    public static (JsonObject Holder, string Name)? Place(JsonObject data, string key)
    {
        var parts = key.Split('.');
        foreach (var part in parts[..^1])
        {
            if (data[part] is null)
                data[part] = new JsonObject();
            if (data[part] is not JsonObject inner)
                return null;
            data = inner;
        }

        return (data, parts[^1]);
    }
}
