using System.Reflection;
using System.Xml.Linq;

namespace WorkflowHost.Tests.Architecture;

/// <summary>The walls of the house: who may know whom. docs/decisions/0002-the-house.md says why.</summary>
public sealed class ArchitectureTests
{
    private static readonly string Root = RepositoryRoot();

    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["JsExpressions"] = [],
        ["Formio.Net"] = ["JsExpressions"],
        ["WorkflowHost.Engine"] = ["JsExpressions"],
        ["WorkflowHost.Cases"] = ["JsExpressions"],
        ["WorkflowHost.Data"] = ["WorkflowHost.Cases", "WorkflowHost.Engine"],
        ["WorkflowHost"] = ["Formio.Net", "JsExpressions", "WorkflowHost.Cases", "WorkflowHost.Data", "WorkflowHost.Engine"],
    };

    [Fact]
    public void Source_holds_exactly_the_six_projects()
    {
        var projects = Directory.GetFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension);

        projects.ShouldBe(Arrows.Keys, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_the_rooms_below_it(string project)
    {
        var references = XDocument.Load(Path.Combine(Root, "src", project, project + ".csproj"))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

        references.ShouldBe(Arrows[project], ignoreOrder: true);
    }

    [Theory]
    [InlineData("JsExpressions")]
    [InlineData("Formio.Net")]
    [InlineData("WorkflowHost.Engine")]
    [InlineData("WorkflowHost.Cases")]
    public void A_pure_library_knows_no_network_no_database_and_no_web(string assembly)
    {
        var forbidden = Assembly.Load(assembly).GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
                || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                || name is "System.Net.Http" or "Microsoft.Data.Sqlite" or "Npgsql");

        forbidden.ShouldBeEmpty();
    }

    [Fact]
    public void Feature_slices_do_not_reach_into_each_other()
    {
        var features = Path.Combine(Root, "src", "WorkflowHost", "Features");
        var slices = Directory.Exists(features)
            ? Directory.GetDirectories(features).Select(path => Path.GetFileName(path)!).Where(name => name != "Shared").ToArray()
            : [];

        var reaches =
            from slice in slices
            from file in Directory.GetFiles(Path.Combine(features, slice), "*.cs", SearchOption.AllDirectories)
            let text = File.ReadAllText(file)
            from other in slices
            where other != slice && text.Contains($"WorkflowHost.Features.{other}", StringComparison.Ordinal)
            select $"{Path.GetRelativePath(Root, file)} -> {other}";

        reaches.ShouldBeEmpty();
    }

    [Fact]
    public void Only_data_speaks_sql()
    {
        var sources = Directory.GetFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(path => !path.Contains("WorkflowHost.Data", StringComparison.Ordinal));

        var speaks = sources.Where(path =>
        {
            var text = File.ReadAllText(path);
            return text.Contains("FromSql", StringComparison.Ordinal)
                || text.Contains("ExecuteSql", StringComparison.Ordinal)
                || text.Contains("SqliteCommand", StringComparison.Ordinal)
                || text.Contains("NpgsqlCommand", StringComparison.Ordinal);
        }).Select(path => Path.GetRelativePath(Root, path));

        speaks.ShouldBeEmpty();
    }

    [Fact]
    public void No_class_is_called_by_what_it_vaguely_is()
    {
        string[] vague = ["Manager", "Helper", "Helpers", "Util", "Utils", "Common", "Info"];

        var named =
            from project in Arrows.Keys
            from type in Assembly.Load(project).GetTypes()
            where !type.Name.StartsWith('<') && vague.Any(word => type.Name.EndsWith(word, StringComparison.Ordinal))
            where type.Namespace?.StartsWith("AspNetCoreGeneratedDocument", StringComparison.Ordinal) != true
            select type.FullName;

        named.ShouldBeEmpty();
    }

    public static TheoryData<string> Projects() => [.. Arrows.Keys];

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "WorkflowHost.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("WorkflowHost.sln was not found above the tests.");
    }
}
