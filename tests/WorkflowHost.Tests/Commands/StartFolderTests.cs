using System.Diagnostics;

namespace WorkflowHost.Tests.Commands;

public sealed class StartFolderTests
{
    [Fact]
    public async Task Paths_are_read_from_the_shells_folder_when_dotnet_run_moved_into_the_project()
    {
        var root = Root();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "WorkflowHost.dll"), "validate", "workflows", "forms"])
        {
            WorkingDirectory = Path.Combine(root, "src", "WorkflowHost"),
            RedirectStandardOutput = true,
        };
        start.Environment["PWD"] = root;

        using var process = Process.Start(start)!; // Start returns null only for shell execution
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        printed.ShouldContain("0 mistakes");
        process.ExitCode.ShouldBe(0);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "WorkflowHost.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("WorkflowHost.sln was not found above the tests.");
    }
}
