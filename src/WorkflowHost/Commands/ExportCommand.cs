using System.CommandLine;
using System.Text;
using WorkflowHost.Content;
using WorkflowHost.Data;

namespace WorkflowHost.Commands;

/// <summary><c>export FOLDER [--database CONNECTION]</c>: what is published, as <c>workflows/</c> and <c>forms/</c>.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Folder to write workflows/ and forms/ into." };
        var database = new Option<string?>("--database") { Description = "SQLite file or connection string instead of the configured one." };
        var command = new Command("export", "Writes what is published as files; git shows what changed.") { folder, database };
        command.SetAction((parsed, ct) => RunAsync(
            parsed.GetRequiredValue(folder).FullName, parsed.GetValue(database), Console.Out, ct));
        return command;
    }

    internal static async Task<int> RunAsync(string folder, string? database, TextWriter output, CancellationToken ct)
    {
        var options = new DatabaseOptions();
        Host.CreateApplicationBuilder().Configuration.GetSection(DatabaseOptions.Section).Bind(options);
        if (database is not null)
            options.Connection = database;
        if (options.Provider == DatabaseOptions.Sqlite && !options.Connection.Contains('=', StringComparison.Ordinal) && !File.Exists(options.Connection))
        {
            output.WriteLine($"There is no database {options.Connection}. Name it with --database.");
            return 1;
        }

        await using var db = WorkData.OpenDb(options);
        var files = await ContentExport.ReadAsync(db, ct);
        foreach (var (path, text) in files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, text, new UTF8Encoding(false), ct);
        }

        output.WriteLine($"{files.Count} files written below {folder}");
        return 0;
    }
}
