using System.Globalization;
using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>
/// A file that lies inside the answers (<c>storage: base64</c>) and has a bound of its own (<c>properties.storedMax</c>,
/// such as <c>1MB</c>). Ours: form.io checks files in the browser only, and before they are made smaller.
/// </summary>
internal sealed class StoredFile : Rule
{
    private static readonly (string Unit, long Bytes)[] Units = [("KB", 1024), ("MB", 1024 * 1024), ("B", 1)];

    public override bool TakesWholeValue => true;

    public override bool Concerns(CompiledComponent component) =>
        component.Type == "file" && component.Json["storage"].AsString == "base64" && Most(component) is not null;

    public override RuleFailure? Check(in RuleInput input)
    {
        if (input.Value.AsArray is not { } files) return null;
        var most = Most(input.Component) ?? 0;
        var pattern = input.Component.Json["filePattern"].AsString is { Length: > 0 } given ? given : "*";
        foreach (var file in files.Items)
        {
            var url = DataPath.Member(file, "url").AsString ?? "";
            if (!IsOfKind(url, pattern)) return new RuleFailure("fileType") { Word = ("pattern", pattern) };
            // Four signs of base64 carry three bytes.
            if ((url.Length - url.IndexOf(',', StringComparison.Ordinal)) / 4L * 3 > most)
                return Limit("fileSize", "max", Setting(input.Component) ?? "");
        }

        return null;
    }

    // Only what lies in the answers themselves is a stored file: an address of somewhere else is none.
    private static bool IsOfKind(string url, string pattern)
    {
        if (!url.StartsWith("data:", StringComparison.Ordinal) || url.IndexOf(";base64,", StringComparison.Ordinal) is not (> 0 and var end))
            return false;
        var kind = url["data:".Length..end];
        return pattern.Split(',', StringSplitOptions.TrimEntries).Any(wanted =>
            wanted == "*" || wanted == kind || (wanted.EndsWith("/*", StringComparison.Ordinal) && kind.StartsWith(wanted[..^1], StringComparison.Ordinal)));
    }

    private static string? Setting(CompiledComponent component) =>
        component.Json["properties"].AsObject?["storedMax"].AsString;

    private static long? Most(CompiledComponent component)
    {
        var text = Setting(component)?.Trim().ToUpperInvariant() ?? "";
        foreach (var (unit, bytes) in Units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal)
                && double.TryParse(text[..^unit.Length], NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                return (long)(number * bytes);
        }

        return null;
    }
}
