using Microsoft.EntityFrameworkCore;
using WorkflowHost.Activities;
using WorkflowHost.Commands;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Engine;
using WorkflowHost.Tests.Replay;

namespace WorkflowHost.Tests.Commands;

public sealed class ExportCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workflowhost-export-").FullName;

    [Fact]
    public async Task What_was_imported_comes_out_as_the_same_files()
    {
        var shipped = ContentFolder.Read(Path.Combine(ScenarioFiles.Root, "workflows"), Path.Combine(ScenarioFiles.Root, "forms")).Files;
        var options = new DatabaseOptions { Connection = Path.Combine(_folder, "work.db") };
        await WorkData.MigrateAsync(options, CancellationToken.None);
        await new ContentImport(new Databases(options), Registry(), TimeProvider.System).RunAsync(shipped, CancellationToken.None);

        var exitCode = await ExportCommand.RunAsync(_folder, options.Connection, TextWriter.Null, CancellationToken.None);

        exitCode.ShouldBe(0);
        foreach (var file in shipped)
            (await ReadAsync(_folder, file.Path)).ShouldBe(await ReadAsync(ScenarioFiles.Root, file.Path), file.Path);
    }

    [Fact]
    public async Task A_package_of_one_server_exports_the_same_from_an_empty_one()
    {
        var options = await ImportedAsync("there.db", ContentFolder.Read(Path.Combine(ScenarioFiles.Root, "workflows"), Path.Combine(ScenarioFiles.Root, "forms")).Files);
        await using (var db = WorkData.OpenDb(options))
        {
            var now = TimeProvider.System.GetUtcNow();
            var versions = new ContentVersions(db, "tester", now);
            await versions.AddFormAsync(Formio.FormDefinition.Parse(Reversed(db.Forms.Single(form => form.Key == "comidas").Json)), CancellationToken.None);
            await versions.AddWorkflowAsync(WorkflowDefinition.Parse(Reversed(db.Definitions.Single(d => d.DefinitionId == "comidas").Json)), Registry(), CancellationToken.None);
            await db.SaveChangesAsync();
        }

        var there = await FilesAsync(options);
        var package = ContentPackage.Read(new MemoryStream(ContentPackage.Write(there)));
        var here = await FilesAsync(await ImportedAsync("here.db", ContentFolder.Read(package).Files));

        here.ShouldBe(there);
        // The order the members had before is kept: git shows the number of the version and nothing else.
        var shipped = await ReadAsync(ScenarioFiles.Root, "workflows/comidas.json");
        var lines = there.Single(file => file.Path == "workflows/comidas.json").Text.Split('\n').Except(shipped.Split('\n'));
        lines.ShouldBe(["  \"id\": \"comidas-v2\",", "  \"version\": 2,"]);
        there.Single(file => file.Path == "forms/comidas.json").Text.ShouldBe(await ReadAsync(ScenarioFiles.Root, "forms/comidas.json"));
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_named()
    {
        var output = new StringWriter();

        var exitCode = await ExportCommand.RunAsync(_folder, Path.Combine(_folder, "none.db"), output, CancellationToken.None);

        exitCode.ShouldBe(1);
        output.ToString().ShouldContain("none.db");
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    // As the designers' tools write it: the same content, its members in another order.
    private static string Reversed(string json)
    {
        return Turn(System.Text.Json.Nodes.JsonNode.Parse(json))!.ToJsonString();

        static System.Text.Json.Nodes.JsonNode? Turn(System.Text.Json.Nodes.JsonNode? node) => node switch
        {
            System.Text.Json.Nodes.JsonObject map => new System.Text.Json.Nodes.JsonObject(map.Reverse().Select(member => KeyValuePair.Create(member.Key, Turn(member.Value)))),
            System.Text.Json.Nodes.JsonArray list => new System.Text.Json.Nodes.JsonArray([.. list.Select(Turn)]),
            _ => node?.DeepClone(),
        };
    }

    private async Task<DatabaseOptions> ImportedAsync(string file, IReadOnlyList<ContentFile> files)
    {
        var options = new DatabaseOptions { Connection = Path.Combine(_folder, file) };
        await WorkData.MigrateAsync(options, CancellationToken.None);
        await new ContentImport(new Databases(options), Registry(), TimeProvider.System).RunAsync(files, CancellationToken.None);
        return options;
    }

    private static async Task<IReadOnlyList<(string Path, string Text)>> FilesAsync(DatabaseOptions options)
    {
        await using var db = WorkData.OpenDb(options);
        return await ContentExport.ReadAsync(db, CancellationToken.None);
    }

    private static Task<string> ReadAsync(string root, string path) => File.ReadAllTextAsync(Path.Combine(root, path));

    private static ActivityRegistry Registry()
    {
        var registry = ActivityRegistry.WithBuiltIns();
        foreach (var activity in OwnActivities.All)
            registry.Add(activity);
        return registry;
    }

    private sealed class Databases(DatabaseOptions options) : IDbContextFactory<WorkDb>
    {
        public WorkDb CreateDbContext() => WorkData.OpenDb(options);
    }
}
