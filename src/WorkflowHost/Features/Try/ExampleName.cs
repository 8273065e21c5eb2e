using System.Globalization;
using System.Text;

namespace WorkflowHost.Features.Try;

/// <summary>A file name for what a person calls an example.</summary>
internal static class ExampleName
{
    private const int Longest = 60;

    /// <summary>Small letters, digits and hyphens; null when nothing of it is left.</summary>
    public static string? Of(string? title)
    {
        var name = new StringBuilder();
        foreach (var letter in (title ?? "").Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
                name.Append(letter);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && name.Length > 0 && name[^1] != '-')
                name.Append('-');
        }

        var made = name.ToString().Trim('-');
        return made.Length == 0 ? null : made[..Math.Min(made.Length, Longest)].Trim('-');
    }
}
