using System.Text.Json.Nodes;

namespace Formio.Answers;

/// <summary>One value for one component that keeps the rules its JSON states.</summary>
/// <param name="Value">Null when none could be made.</param>
/// <param name="Reason">Why none could be made.</param>
internal readonly record struct FieldAnswer(JsonNode? Value, UnfilledReason Reason)
{
    private const double DefaultShare = 0.35;

    /// <param name="component">The component's JSON.</param>
    /// <param name="dice">Drawn for this field and attempt.</param>
    /// <param name="request">Clock and zone.</param>
    /// <param name="must">Whether an empty answer will not do.</param>
    /// <param name="attempt">0 at first; each further one looks elsewhere.</param>
    public static FieldAnswer Make(JsonObject component, AnswerDice dice, AnswerRequest request, bool must, int attempt)
    {
        if (attempt == 0 && component["defaultValue"] is { } given && !Blanks.IsBlank(given) && !IsBoxes(component)
            && AnswerSetting.Samples(component).Count == 0 && dice.Chance(DefaultShare))
            return new FieldAnswer(given.DeepClone(), default);
        var one = One(component, dice, request, must, attempt);
        if (one.Value is not { } value || !AnswerSetting.Is(component, "multiple") || value is JsonArray)
            return one;
        var least = Math.Max(1, AnswerSetting.Whole(component, "validate", "minLength") ?? 1);
        var values = new JsonArray(value);
        for (var i = 1; i < Math.Min(least, 100); i++)
            values.Add(One(component, dice, request, must, attempt).Value);
        return new FieldAnswer(values, default);
    }

    private static bool IsBoxes(JsonObject component) => AnswerSetting.Text(component, "type") == "selectboxes";

    private static FieldAnswer One(JsonObject component, AnswerDice dice, AnswerRequest request, bool must, int attempt)
    {
        var zone = request.Context.TimeZone;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(request.Context.TimeProvider.GetUtcNow(), zone).DateTime);
        switch (AnswerSetting.Text(component, "type"))
        {
            case "textfield" or "textarea" or "password" or "email" or "url" or "phoneNumber":
                return Of(TextAnswer.Text(component, dice, attempt));
            case "number" or "currency":
                return new FieldAnswer(TextAnswer.Number(component, dice, attempt), default);
            case "checkbox":
                return new FieldAnswer(must || dice.Chance(DefaultShare), default);
            case "day":
                return Of(DateAnswer.Day(component, dice, today, attempt));
            case "datetime":
                return Of(DateAnswer.Moment(component, dice, today, zone, attempt));
            case "time":
                return Of(DateAnswer.Time(component, dice));
            case "radio" or "select" or "selectboxes":
                return Choose(component, dice, must);
            case "signature":
                return Of(TextAnswer.Signature);
            case "tags":
                return Of("prueba,ensayo");
            case "survey":
                return Survey(component, dice);
            case "datamap":
                return new FieldAnswer(new JsonObject { ["clave"] = "Prueba" }, default);
            case "file":
                return new FieldAnswer(
                    new JsonArray(new JsonObject
                    {
                        ["name"] = "prueba.png", ["originalName"] = "prueba.png", ["size"] = 70, ["storage"] = "base64",
                        ["type"] = "image/png", ["url"] = TextAnswer.Signature,
                    }),
                    default);
            default:
                return new FieldAnswer(null, UnfilledReason.UnknownType);
        }
    }

    private static FieldAnswer Choose(JsonObject component, AnswerDice dice, bool must) => ChoiceAnswer.Of(component) switch
    {
        null => new FieldAnswer(null, UnfilledReason.NoChoices),
        { Count: 0 } => new FieldAnswer(null, UnfilledReason.NoChoices),
        var choices when IsBoxes(component) => new FieldAnswer(ChoiceAnswer.DrawBoxes(component, choices, dice, must), default),
        var choices => new FieldAnswer(ChoiceAnswer.Draw(component, choices, dice), default),
    };

    private static FieldAnswer Survey(JsonObject component, AnswerDice dice)
    {
        var answers = new JsonObject();
        var values = (component["values"] as JsonArray ?? []).OfType<JsonObject>().Select(one => one["value"]).OfType<JsonNode>().ToList();
        foreach (var question in (component["questions"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (values.Count > 0 && AnswerSetting.Text(question, "value") is { } key)
                answers[key] = dice.Pick(values).DeepClone();
        }

        return answers.Count > 0 ? new FieldAnswer(answers, default) : new FieldAnswer(null, UnfilledReason.NoChoices);
    }

    private static FieldAnswer Of(string text) => new(JsonValue.Create(text), default);
}
