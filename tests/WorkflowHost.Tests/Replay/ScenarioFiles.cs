namespace WorkflowHost.Tests.Replay;

/// <summary>Finds the shipped content above the test's own folder.</summary>
internal static class ScenarioFiles
{
    public static string Root { get; } = FindRoot();

    public static string Mexicali => Path.Combine(Root, "workflows", "scenarios", "mexicali-2021.json");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "WorkflowHost.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("WorkflowHost.sln is not above the tests.");
    }
}
