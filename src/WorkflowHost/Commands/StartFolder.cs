namespace WorkflowHost.Commands;

/// <summary>Where paths on the command line are meant from.</summary>
internal static class StartFolder
{
    /// <summary>
    /// <c>dotnet run --project</c> starts a web project in the project's own folder. The shell's folder is still in PWD;
    /// only then is it followed, because a program started elsewhere may have inherited a PWD that means nothing to it.
    /// </summary>
    public static void Restore()
    {
        var startedByDotnetRun = File.Exists("WorkflowHost.csproj");
        if (startedByDotnetRun && Environment.GetEnvironmentVariable("PWD") is { Length: > 0 } shell && Directory.Exists(shell))
            Directory.SetCurrentDirectory(shell);
    }
}
