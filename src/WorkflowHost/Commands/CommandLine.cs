using System.CommandLine;

namespace WorkflowHost.Commands;

/// <summary>What the program does instead of serving when its first word is a command.</summary>
public static class CommandLine
{
    private static readonly Command[] Commands =
        [ReplayCommand.Create(), ValidateCommand.Create(), TryCommand.Create(), ExportCommand.Create(), ExpressionsCommand.Create(), FormsCommand.Create(), WorkflowsCommand.Create()];

    /// <summary>True when the words are for <see cref="RunAsync"/>; anything else belongs to the web host.</summary>
    public static bool Handles(string[] args) =>
        args.Length > 0 && (args[0] is "--help" or "-h" or "-?" || Commands.Any(command => command.Name == args[0]));

    /// <summary>Exit code: 0 done, 1 the input has mistakes or the words are not understood.</summary>
    public static Task<int> RunAsync(string[] args)
    {
        StartFolder.Restore();
        var root = new RootCommand("WorkflowHost: Elsa workflows, form.io forms and case work. Without a command it serves.");
        foreach (var command in Commands)
            root.Subcommands.Add(command);
        return root.Parse(args).InvokeAsync();
    }
}
