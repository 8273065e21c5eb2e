using System.CommandLine;
using WorkflowHost.Content;
using WorkflowHost.Trials;

namespace WorkflowHost.Commands;

/// <summary><c>try WORKFLOWS FORMS [--keep]</c>: lives every example case and says which come out otherwise; exit code 1 when one does.</summary>
internal static class TryCommand
{
    public static Command Create()
    {
        var workflows = new Argument<DirectoryInfo>("workflows") { Description = "Folder with plan.json, definitions and examples." };
        var forms = new Argument<DirectoryInfo>("forms") { Description = "Folder with forms, catalogs and i18n." };
        var keep = new Option<bool>("--keep") { Description = "Write what comes out into the example files as what has to come out." };
        var command = new Command("try", "Lives the example cases through in sandboxes and compares what comes of them.") { workflows, forms, keep };
        command.SetAction((parsed, ct) => RunAsync(
            parsed.GetRequiredValue(workflows).FullName, parsed.GetRequiredValue(forms).FullName, parsed.GetValue(keep), Console.Out, ct));
        return command;
    }

    internal static async Task<int> RunAsync(string workflows, string forms, bool keep, TextWriter output, CancellationToken ct)
    {
        var configuration = new ConfigurationBuilder().Build();
        using var templates = new TrialTemplates(configuration);
        var cases = new ExampleCases(templates, configuration, TimeProvider.System);
        var files = ContentFolder.ReadTexts(workflows, forms);
        var failed = 0;
        foreach (var (path, text) in ExampleCases.Of(files))
        {
            var run = await cases.RunAsync(path, text, files, ct);
            if (keep && run is { Example: { } example, Came: { } came } && run.Mistakes.All(mistake => mistake.Code == "example.differs"))
            {
                await File.WriteAllTextAsync(Path.Combine(workflows, "examples", Path.GetFileName(path)), ContentText.Of((example with { Expect = came }).ToJson()), ct);
                output.WriteLine($"{path}: kept");
                continue;
            }

            failed += run.Mistakes.Count > 0 ? 1 : 0;
            output.WriteLine($"{path}: {(run.Mistakes.Count == 0 ? "as it has to" : "otherwise")}");
            foreach (var mistake in run.Mistakes)
                output.WriteLine(mistake);
        }

        output.WriteLine($"{ExampleCases.Of(files).Count} example cases, {failed} otherwise");
        return failed > 0 ? 1 : 0;
    }
}
