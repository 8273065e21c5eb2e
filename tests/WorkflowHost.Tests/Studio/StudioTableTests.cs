using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace WorkflowHost.Tests.Studio;

/// <summary>docs/studio.md: every pitfall of the contract has a row, and every test a row names is there.</summary>
public sealed partial class StudioTableTests
{
    private const int Pitfalls = 32;

    private static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));

    private static readonly string Text = File.ReadAllText(Path.Combine(Root, "docs", "studio.md"));

    [Fact]
    public void Every_pitfall_has_a_row() =>
        Row().Matches(Text).Select(row => int.Parse(row.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))
            .ShouldBe(Enumerable.Range(1, Pitfalls));

    [Fact]
    public void Every_row_names_tests_that_are_there()
    {
        var methods = new[] { "WorkflowHost.Tests", "WorkflowHost.Browser" }
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Root, "tests", project), "*.cs", SearchOption.AllDirectories))
            .SelectMany(file => Method().Matches(File.ReadAllText(file))).Select(method => method.Groups[1].Value).ToHashSet();

        foreach (Match row in Row().Matches(Text))
        {
            var named = Name().Matches(row.Groups[2].Value).Select(name => name.Groups[1].Value).ToList();
            named.ShouldNotBeEmpty(row.Value);
            named.Where(name => !methods.Contains(name)).ShouldBeEmpty(row.Value);
        }
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    [GeneratedRegex(@"^\| (\d+) \|[^|]*\| (.*) \|\r?$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"`([A-Z][A-Za-z0-9]*_[A-Za-z0-9_]+)`")]
    private static partial Regex Name();

    [GeneratedRegex(@"public (?:async )?(?:void|Task) ([A-Z]\w+)\(")]
    private static partial Regex Method();
}
