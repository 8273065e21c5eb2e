namespace Formio.Checks;

/// <summary>A code as it was meant: capitals, without the gaps people put into it.</summary>
internal static class CopiedText
{
    public static string Of(string text) =>
        string.Concat(text.Where(sign => !char.IsWhiteSpace(sign) && sign is not ('-' or '.'))).ToUpperInvariant();
}
