using WorkflowHost.Content;
using WorkflowHost.Content.Publications;
using WorkflowHost.Features.Publications.Packages;

namespace WorkflowHost.Tests.Content;

/// <summary>Versions of two servers recognise each other, and with that the side a file was changed on.</summary>
public sealed class ContentStampTests
{
    private const string Path = "forms/x.json";
    private const string First = """{"name":"x","title":"Uno"}""";
    private const string Second = """{"name":"x","title":"Dos"}""";
    private const string Third = """{"name":"x","title":"Tres"}""";

    [Theory]
    [InlineData(ContentKind.Form, """{"title":"Uno","name":"x"}""", """{"name":"x","title":"Uno"}""", true)]
    [InlineData(ContentKind.Form, """{"name":"x","title":"Uno"}""", """{"name":"x","title":"Dos"}""", false)]
    [InlineData(ContentKind.Form, """{"type":"radio","properties":{"catalog":"si"},"values":[1]}""", """{"type":"radio","properties":{"catalog":"si"},"values":[]}""", true)]
    [InlineData(ContentKind.Workflow, """{"id":"a","version":1,"name":"P"}""", """{"id":"b","version":7,"name":"P","isPublished":true}""", true)]
    [InlineData(ContentKind.Plan, """{"version":1}""", """{"version":2}""", false)]
    public void A_stamp_stands_for_what_a_version_says(ContentKind kind, string one, string other, bool isSame) =>
        (ContentStamp.Of(kind, one) == ContentStamp.Of(kind, other)).ShouldBe(isSame);

    [Theory]
    [InlineData(First, First, First, First, PackageState.Same)]
    [InlineData(Second, First + Second, First, First, PackageState.There)]
    [InlineData(First, First, Second, First + Second, PackageState.Here)]
    [InlineData(Third, First + Third, Second, First + Second, PackageState.Both)]
    [InlineData(Second, "", First, First, PackageState.Changed)]
    [InlineData("no json", "", First, First, PackageState.Broken)]
    public void A_package_says_on_which_side_a_file_was_changed(string brought, string theirs, string standing, string ours, PackageState state)
    {
        var sides = new PackageSides(Lineage(theirs), Lineage(ours));

        sides.Of(Path, brought, ContentText.Of(System.Text.Json.Nodes.JsonNode.Parse(standing)!), []).ShouldBe(state);
    }

    [Fact]
    public void What_is_not_there_is_new() => new PackageSides(Lineage(First), Lineage("")).Of(Path, First, null, []).ShouldBe(PackageState.New);

    // The versions written one after the other, oldest first.
    private static Dictionary<string, IReadOnlyList<string>> Lineage(string versions) => versions.Length == 0
        ? []
        : new() { [Path] = [.. versions.Split('}', StringSplitOptions.RemoveEmptyEntries).Reverse().Select(version => ContentStamp.Of(ContentKind.Form, version + "}"))] };
}
