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
