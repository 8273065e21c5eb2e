using System.Text.RegularExpressions;
using WorkflowHost.Engine.Tests.Vectors;

namespace WorkflowHost.Engine.Tests.Catalogue;

/// <summary>docs/conformance.md: every scenario of the contract has a row, and every test and vector it names is there.</summary>
public sealed partial class CatalogueTableTests
{
    private static readonly (int From, int To)[] Sections =
        [(1, 15), (20, 29), (30, 54), (60, 74), (80, 90), (95, 105), (110, 123), (130, 139), (145, 154), (160, 172)];

    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "conformance.md"));

    [Fact]
    public void Every_scenario_of_the_contract_has_a_row()
    {
        var expected = Sections.SelectMany(section => Enumerable.Range(section.From, section.To - section.From + 1))
            .Select(number => $"C{number:00}").ToList();

        Row().Matches(Text).Select(match => match.Groups[1].Value).ShouldBe(expected);
        expected.Count.ShouldBe(134);
    }

    [Fact]
    public void Every_test_a_row_names_is_there()
    {
        var methods = Repository.Files("tests", "*.cs").SelectMany(path => Method().Matches(File.ReadAllText(path)))
            .Select(match => match.Groups[1].Value).ToHashSet();

        var named = Row().Matches(Text).Concat(Decision().Matches(Text)).Select(match => match.Groups[2].Value)
            .SelectMany(cell => Name().Matches(cell)).Select(match => match.Groups[1].Value).Distinct().ToList();
        named.Count.ShouldBeGreaterThan(80);
        named.Where(name => !methods.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_vector_a_row_names_is_there_and_passes()
    {
        var vectors = VectorName().Matches(Text).Select(match => match.Groups[1].Value).ToList();

        vectors.ShouldNotBeEmpty();
        vectors.Where(id => Vector.All.All(vector => vector.Id != id) || VectorDeviations.Ids.ContainsKey(id)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_row_names_something() =>
        Row().Matches(Text).Where(match => !match.Groups[2].Value.Contains('`') && !match.Groups[2].Value.Contains('—')).ShouldBeEmpty();

    [GeneratedRegex(@"^\| (C\d+) \|[^|]*\| (.*) \|\r?$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^\| (B\d+) \|[^|]*\|[^|]*\| (.*) \|\r?$", RegexOptions.Multiline)]
    private static partial Regex Decision();

    [GeneratedRegex(@"`([A-Z][A-Za-z0-9]*_[A-Za-z0-9_]+)`")]
    private static partial Regex Name();

    [GeneratedRegex(@"vector `([^`]+)`")]
    private static partial Regex VectorName();

    [GeneratedRegex(@"public (?:async )?(?:void|Task) ([A-Z]\w+)\(")]
    private static partial Regex Method();
}
