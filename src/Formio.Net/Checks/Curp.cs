using System.Text.RegularExpressions;

namespace Formio.Checks;

/// <summary>Mexico's population key: 18 characters, the last a check digit over the others.</summary>
internal sealed partial class Curp : IValueCheck
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";

    public string Name => "curp";

    public string? Warn(string value)
    {
        var code = CopiedText.Of(value);
        if (!Shape().IsMatch(code)) return "check.curp.shape";
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += Alphabet.IndexOf(code[i], StringComparison.Ordinal) * (18 - i);
        return (10 - (sum % 10)) % 10 == code[17] - '0' ? null : "check.curp.digit";
    }

    // X as sex for records that are neither; the two letters of the state are NE for people born abroad.
    [GeneratedRegex("^[A-Z]{4}[0-9]{6}[HMX][A-Z]{2}[B-DF-HJ-NP-TV-Z]{3}[0-9A-Z][0-9]$")]
    private static partial Regex Shape();
}
