using System.Text.Json.Nodes;

namespace Formio.Answers;

/// <summary>The choices of a component, and a draw among them.</summary>
internal static class ChoiceAnswer
{
    /// <summary>Null when the choices come from elsewhere and are not known.</summary>
    public static IReadOnlyList<JsonNode>? Of(JsonObject component)
    {
        var type = AnswerSetting.Text(component, "type");
        if (type is "radio" or "selectboxes")
            return AnswerSetting.Text(component, "dataSrc") is null or "values" ? Values(component["values"]) : null;
        return AnswerSetting.Text(component, "dataSrc") switch
        {
            null or "values" => Values((component["data"] as JsonObject)?["values"]),
            "json" => Json(component, (component["data"] as JsonObject)?["json"]),
            _ => null,
        };
    }

    public static JsonNode? Draw(JsonObject component, IReadOnlyList<JsonNode> choices, AnswerDice dice)
    {
        var samples = AnswerSetting.Samples(component);
        var wanted = choices.Where(choice => samples.Contains(choice.ToString())).ToList();
        return choices.Count == 0 ? null : dice.Pick(wanted.Count > 0 ? wanted : choices).DeepClone();
    }

    /// <summary>Every box with true or false, as many true as the rules want.</summary>
    public static JsonObject DrawBoxes(JsonObject component, IReadOnlyList<JsonNode> choices, AnswerDice dice, bool must)
    {
        var least = Math.Max(must ? 1 : 0, AnswerSetting.Whole(component, "validate", "minSelectedCount") ?? 0);
        var most = Math.Min(choices.Count, AnswerSetting.Whole(component, "validate", "maxSelectedCount") ?? choices.Count);
        // Few boxes are ticked in life, often none.
        var count = (int)dice.Between(least, Math.Max(least, Math.Min(most, least + 1)));
        var samples = AnswerSetting.Samples(component);
        var ranked = choices.Select(choice => (Choice: choice.ToString(), Rank: dice.Next() + (samples.Contains(choice.ToString()) ? -1 : 0)))
            .OrderBy(one => one.Rank).Take(count).Select(one => one.Choice).ToHashSet(StringComparer.Ordinal);
        var boxes = new JsonObject();
        foreach (var choice in choices)
            boxes[choice.ToString()] = ranked.Contains(choice.ToString());
        return boxes;
    }

    private static List<JsonNode> Values(JsonNode? values) =>
        [.. (values as JsonArray ?? []).OfType<JsonObject>().Select(one => one["value"]).OfType<JsonNode>().Where(value => value.ToString().Length > 0)];

    private static List<JsonNode>? Json(JsonObject component, JsonNode? json)
    {
        if (json is JsonValue text)
        {
            try
            {
                json = JsonNode.Parse(text.ToString());
            }
            catch (System.Text.Json.JsonException)
            {
                return null;
            }
        }

        if (json is not JsonArray items)
            return null;
        var property = AnswerSetting.Text(component, "valueProperty");
        return [.. items.Select(item => property is null ? item : (item as JsonObject)?[property]).OfType<JsonNode>()];
    }
}
