using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace WorkflowHost.Tests.Pages;

/// <summary>Every sentence of the screens exists in every language.</summary>
public sealed partial class TextTests
{
    private static readonly string Program = Path.Combine(RepositoryRoot(), "src", "WorkflowHost");

    public static TheoryData<string, string> Translations()
    {
        var data = new TheoryData<string, string>();
        foreach (var neutral in new[] { "Features/Shared/Languages/Texts.resx", "Features/Forms/RendererTexts.resx" })
        {
            foreach (var language in new[] { "en", "fr", "ht", "pt" })
                data.Add(neutral, neutral.Replace(".resx", $".{language}.resx", StringComparison.Ordinal));
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void A_translation_has_the_same_keys_and_the_same_places(string neutral, string translated)
    {
        var spanish = Read(neutral);
        var other = Read(translated);

        other.Keys.ShouldBe(spanish.Keys, ignoreOrder: true);
        spanish.Where(text => !PlacesOf(text.Value).SetEquals(PlacesOf(other[text.Key]))).Select(text => text.Key).ShouldBeEmpty();
    }

    [Fact]
    public void Every_key_that_a_page_asks_for_exists()
    {
        var keys = Read("Features/Shared/Languages/Texts.resx").Keys.ToHashSet();

        var asked =
            from file in Directory.GetFiles(Path.Combine(Program, "Features"), "*.cs*", SearchOption.AllDirectories)
            from Match match in AskedKey().Matches(File.ReadAllText(file))
            let key = match.Groups[1].Value
            where !key.EndsWith('.') && !keys.Contains(key)
            select $"{Path.GetFileName(file)}: {key}";

        asked.ShouldBeEmpty();
    }

    private static Dictionary<string, string> Read(string file) => XDocument.Load(Path.Combine(Program, file)).Descendants("data")
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    // "{0:N0}" and "{{field}}" are places; how a number is written in them may differ.
    private static HashSet<string> PlacesOf(string text) =>
        [.. Place().Matches(text).Select(match => match.Groups[1].Value)];

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "WorkflowHost.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("WorkflowHost.sln was not found above the tests.");
    }

    [GeneratedRegex("""(?:\bT|\btexts)\["([a-zA-Z0-9.]+)""")]
    private static partial Regex AskedKey();

    [GeneratedRegex(@"\{+\s*([a-zA-Z0-9]+)")]
    private static partial Regex Place();
}
