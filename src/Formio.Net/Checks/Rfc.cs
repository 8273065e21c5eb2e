using System.Text.RegularExpressions;

namespace Formio.Checks;

/// <summary>
/// Mexico's taxpayer id of a person: 13 characters, the last a check character. Some ids in use fail it, and a generic one
/// belongs to nobody, so both are only pointed out.
/// </summary>
internal sealed partial class Rfc : IValueCheck
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ";
    private static readonly string[] Generic = ["XEXX010101000", "XAXX010101000"];

    public string Name => "rfc";

    public string? Warn(string value)
    {
        var code = CopiedText.Of(value);
        if (Generic.Contains(code)) return "check.rfc.generic";
        if (!Shape().IsMatch(code)) return "check.rfc.shape";
        var sum = 0;
        for (var i = 0; i < 12; i++) sum += Alphabet.IndexOf(code[i], StringComparison.Ordinal) * (13 - i);
        return "0A987654321"[sum % 11] == code[12] ? null : "check.rfc.digit";
    }

    [GeneratedRegex("^[A-ZÑ&]{4}[0-9]{6}[A-Z0-9]{2}[0-9A]$")]
    private static partial Regex Shape();
}
