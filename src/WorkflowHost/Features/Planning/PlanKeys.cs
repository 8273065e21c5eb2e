using System.Globalization;
using System.Text;

namespace WorkflowHost.Features.Planning;

/// <summary>Keys for entries that people name: <c>Embarazadas de 32 semanas</c> becomes <c>embarazadas-de-32-semanas</c>.</summary>
public static class PlanKeys
{
    private const int Longest = 40;

    /// <summary>A key made from the text that is not taken.</summary>
    public static string Fresh(string? text, string otherwise, IReadOnlySet<string?> taken)
    {
        var key = new StringBuilder();
        foreach (var c in (text ?? "").Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
                key.Append(c);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && key.Length > 0 && key[^1] != '-')
                key.Append('-');
        }

        var made = key.ToString()[..Math.Min(key.Length, Longest)].Trim('-');
        if (made.Length == 0)
            made = otherwise;
        if (!taken.Contains(made))
            return made;
        var number = 2;
        while (taken.Contains($"{made}-{number}"))
            number++;
        return $"{made}-{number}";
    }
}
