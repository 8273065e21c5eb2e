using System.CommandLine;
using WorkflowHost.Activities;
using WorkflowHost.Content;
using WorkflowHost.Engine;

namespace WorkflowHost.Commands;

/// <summary><c>validate workflows forms</c>: every mistake with file and path, all at once; exit code 1 when there is one.</summary>
internal static class ValidateCommand
{
    public static Command Create()
    {
        var workflows = new Argument<DirectoryInfo>("workflows") { Description = "Folder with plan.json and definitions." };
        var forms = new Argument<DirectoryInfo>("forms") { Description = "Folder with forms, catalogs and i18n." };
        var command = new Command("validate", "Checks content files and names every mistake.") { workflows, forms };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(workflows).FullName, parsed.GetRequiredValue(forms).FullName, Console.Out));
        return command;
    }

    internal static int Run(string workflows, string forms, TextWriter output)
    {
        var missing = new[] { workflows, forms }.Where(folder => !Directory.Exists(folder)).ToList();
        foreach (var folder in missing)
            output.WriteLine($"There is no folder {folder}.");
        if (missing.Count > 0)
            return 1;
        var (files, unreadable) = ContentFolder.Read(workflows, forms);
        var mistakes = unreadable.Concat(ContentCheck.OfFiles(files, Registry(), TimeProvider.System.GetUtcNow())).ToList();
        foreach (var mistake in mistakes)
            output.WriteLine(mistake);
        var errors = mistakes.Count(mistake => !mistake.IsWarning);
        output.WriteLine($"{files.Count} files, {errors} mistakes, {mistakes.Count - errors} warnings");
        return errors > 0 ? 1 : 0;
    }

    private static ActivityRegistry Registry()
    {
        var registry = ActivityRegistry.WithBuiltIns();
        foreach (var activity in OwnActivities.All)
            registry.Add(activity);
        return registry;
    }
}
