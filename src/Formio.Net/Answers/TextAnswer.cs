using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Formio.Answers;

/// <summary>Texts and numbers that keep the limits a component states.</summary>
internal static class TextAnswer
{
    // Synthetic at first sight: nobody takes it for what a person said.
    private const string Word = "Prueba";

    /// <summary>A picture of one white point, as a signature field stores it.</summary>
    public const string Signature =
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4//8/AwAI/AL+p5qgoAAAAABJRU5ErkJggg==";

    public static string Text(JsonObject component, AnswerDice dice, int attempt)
    {
        var samples = AnswerSetting.Samples(component);
        // Refused ones are gone through in turn: chance might draw the same again.
        if (samples.Count > 0 && attempt <= samples.Count)
            return Trim(component, attempt == 0 ? dice.Pick(samples) : samples[attempt - 1]);
        if (AnswerSetting.Text(component, "inputMask") is { } mask && Masked(mask, dice) is { } masked)
            return masked;
        if (AnswerSetting.Text(component, "validate", "pattern") is { } pattern && attempt < 6
            && PatternText.Make(pattern, dice) is { } made)
            return made;
        var number = dice.Between(100, 999).ToString(CultureInfo.InvariantCulture);
        var text = AnswerSetting.Text(component, "type") switch
        {
            "email" => $"prueba{number}@example.org",
            "url" => $"https://example.org/{number}",
            "phoneNumber" => $"+52 686 555 0{number}",
            "password" => $"{Word}-{number}-{number}",
            _ => $"{Word} {number}",
        };
        return Trim(component, text);
    }

    public static JsonNode Number(JsonObject component, AnswerDice dice, int attempt)
    {
        var (low, high) = Limits(component);
        var samples = AnswerSetting.Samples(component);
        if (samples.Count > 0 && attempt < 4 && Range(dice.Pick(samples)) is { } range)
            (low, high) = (Math.Clamp(range.From, low, high), Math.Clamp(range.To, low, high));
        var isWhole = AnswerSetting.Is(component, "validate", "integer") || AnswerSetting.Text(component, "validate", "step") == "1"
            || AnswerSetting.Text(component, "decimalLimit") == "0" || (Whole(low) && Whole(high) && high - low >= 4 && !AnswerSetting.Is(component, "requireDecimal"));
        if (isWhole)
            return JsonValue.Create(dice.Between((long)Math.Ceiling(low), (long)Math.Floor(high)));
        var places = Math.Clamp(AnswerSetting.Whole(component, "decimalLimit") ?? 1, 1, 6);
        return JsonValue.Create((double)Math.Round((decimal)(low + (dice.Next() * (high - low))), places));
    }

    private static (double Low, double High) Limits(JsonObject component)
    {
        const double Span = 20;
        var low = AnswerSetting.Number(component, "validate", "min");
        var high = AnswerSetting.Number(component, "validate", "max");
        low ??= high is { } top && top < 0 ? top - Span : Math.Min(0, high ?? 0);
        high ??= low + Span;
        const double Most = 1e12;
        return (Math.Clamp(low.Value, -Most, Most), Math.Clamp(Math.Max(low.Value, high.Value), -Most, Most));
    }

    private static (double From, double To)? Range(string sample)
    {
        var ends = sample.Split("..");
        return double.TryParse(ends[0], CultureInfo.InvariantCulture, out var from)
            && double.TryParse(ends[^1], CultureInfo.InvariantCulture, out var to) ? (from, to) : null;
    }

    private static bool Whole(double number) => number == Math.Floor(number);

    private static string Trim(JsonObject component, string text)
    {
        for (var words = AnswerSetting.Whole(component, "validate", "minWords") ?? 0; text.Split(' ').Length < words;)
            text += " " + Word.ToLowerInvariant();
        if (AnswerSetting.Whole(component, "validate", "maxWords") is { } most and > 0)
            text = string.Join(' ', text.Split(' ').Take(most));
        if (AnswerSetting.Whole(component, "validate", "minLength") is { } least and < 100_000)
        {
            var longer = new StringBuilder(text);
            while (longer.Length < least)
                longer.Append(longer.Length + 1 < least && longer[^1] != ' ' ? ' ' : 'x');
            text = longer.ToString();
        }

        if (AnswerSetting.Whole(component, "validate", "maxLength") is { } limit and > 0 && text.Length > limit)
            text = text[..limit].TrimEnd();
        return AnswerSetting.Text(component, "case") switch
        {
            "uppercase" => text.ToUpperInvariant(),
            "lowercase" => text.ToLowerInvariant(),
            _ => text,
        };
    }

    // The plain masks; optional and alternative parts are beyond it.
    private static string? Masked(string mask, AnswerDice dice)
    {
        if (mask.Any("[]{}|\\".Contains))
            return null;
        var text = new StringBuilder();
        foreach (var symbol in mask)
        {
            text.Append(symbol switch
            {
                '9' => (char)('0' + dice.Between(0, 9)),
                'a' or '*' => (char)('a' + dice.Between(0, 25)),
                'A' or '&' => (char)('A' + dice.Between(0, 25)),
                '#' => (char)('A' + dice.Between(0, 5)),
                _ => symbol,
            });
        }

        return text.ToString();
    }
}
