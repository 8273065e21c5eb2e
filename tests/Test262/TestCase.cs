using System.Text.RegularExpressions;

namespace Test262;

/// <summary>A file of test262: its text and what its front matter declares.</summary>
internal sealed partial class TestCase
{
    private TestCase(string path, string text)
    {
        Path = path;
        Text = text;
        var matter = FrontMatter().Match(text).Groups[1].Value;
        Flags = List(matter, "flags");
        Features = List(matter, "features");
        Includes = List(matter, "includes");
        var negative = Negative().Match(matter);
        if (!negative.Success) return;
        NegativePhase = Phase().Match(negative.Value).Groups[1].Value;
        NegativeType = Type().Match(negative.Value).Groups[1].Value;
    }

    /// <summary>Below <c>test/</c>, with slashes.</summary>
    public string Path { get; }

    public string Text { get; }

    public IReadOnlyList<string> Flags { get; }

    public IReadOnlyList<string> Features { get; }

    public IReadOnlyList<string> Includes { get; }

    /// <summary><c>parse</c>, <c>runtime</c> or null when the test must pass.</summary>
    public string? NegativePhase { get; }

    public string? NegativeType { get; }

    /// <summary>Strict, sloppy or both, as the flags say.</summary>
    public IEnumerable<bool> StrictModes =>
        Flags.Contains("onlyStrict") ? [true] : Flags.Contains("noStrict") || Flags.Contains("raw") ? [false] : [false, true];

    public static TestCase Read(string root, string file) =>
        new(System.IO.Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllText(file));

    private static List<string> List(string matter, string name)
    {
        var inline = Regex.Match(matter, $@"^{name}:\s*\[([^\]]*)\]", RegexOptions.Multiline);
        if (inline.Success) return [.. inline.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        var block = Regex.Match(matter, $@"^{name}:[ \t]*\r?\n((?:[ \t]+-.*(?:\r?\n|$))+)", RegexOptions.Multiline);
        return [.. block.Groups[1].Value.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimStart('-', ' '))];
    }

    [GeneratedRegex(@"/\*---(.*?)---\*/", RegexOptions.Singleline)]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"^negative:.*(?:\r?\n[ \t]+.*)*", RegexOptions.Multiline)]
    private static partial Regex Negative();

    [GeneratedRegex(@"phase:\s*(\w+)")]
    private static partial Regex Phase();

    [GeneratedRegex(@"type:\s*(\w+)")]
    private static partial Regex Type();
}
