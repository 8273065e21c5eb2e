using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkflowHost.Cases.Files;

/// <summary>Field values as text: to show, to compare, to search.</summary>
public static class CaseText
{
    /// <summary>A scalar as text (text without quotes, numbers as in JSON), lists joined with spaces, null and objects empty.</summary>
    public static string Of(JsonNode? node) => node switch
    {
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        JsonValue value => value.ToJsonString(),
        JsonArray array => string.Join(' ', array.Select(Of).Where(t => t.Length > 0)),
        _ => "",
    };

    /// <summary>Lower case without accents, every run of other signs than letters and digits one space, no space at the ends.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
                folded.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark
                && folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }
}
