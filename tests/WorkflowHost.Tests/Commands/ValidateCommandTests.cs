using WorkflowHost.Commands;
using WorkflowHost.Tests.Replay;

namespace WorkflowHost.Tests.Commands;

public sealed class ValidateCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workflowhost-validate-").FullName;

    [Fact]
    public void The_shipped_content_is_clean()
    {
        var (exitCode, text) = Run(Path.Combine(ScenarioFiles.Root, "workflows"), Path.Combine(ScenarioFiles.Root, "forms"));

        exitCode.ShouldBe(0, text);
    }

    [Fact]
    public void Every_mistake_is_named_with_file_and_path_all_at_once()
    {
        var workflows = Copy("workflows");
        var forms = Copy("forms");
        Change(Path.Combine(workflows, "registro.json"), "\"value\": \"atencion-inmediata\"", "\"value\": \"atencion-lenta\"");
        Change(Path.Combine(workflows, "registro.json"), "\"value\": \"revision-duplicados\"", "\"value\": \"revision\"");
        Change(Path.Combine(workflows, "plan.json"), "\"initialState\": \"activa\"", "\"initialState\": \"activo\"");
        Change(Path.Combine(forms, "registro.json"), "\"catalog\": \"idiomas\"", "\"catalog\": \"lenguas\"");
        File.WriteAllText(Path.Combine(forms, "broken.json"), "{ \"name\": ");
        Change(Path.Combine(forms, "valoracion-medica.json"), "\"decision\": \"destino\"", "\"decision\": \"rumbo\"");

        var (exitCode, text) = Run(workflows, forms);

        exitCode.ShouldBe(1);
        text.ShouldContain("workflows/registro.json: $.root");
        text.ShouldContain("'atencion-lenta'");
        text.ShouldContain("'revision'");
        text.ShouldContain("workflows/plan.json: $.caseTypes[0].initialState");
        text.ShouldContain("forms/registro.json: $.components");
        text.ShouldContain("forms/broken.json: line 1");
        text.ShouldContain("forms/valoracion-medica.json: $.properties.decision");
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_mistake()
    {
        var (exitCode, text) = Run(Path.Combine(_folder, "nowhere"), _folder);

        exitCode.ShouldBe(1);
        text.ShouldContain("nowhere");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static (int ExitCode, string Text) Run(string workflows, string forms)
    {
        using var output = new StringWriter();
        return (ValidateCommand.Run(workflows, forms, output), output.ToString());
    }

    private static void Change(string file, string from, string to)
    {
        var text = File.ReadAllText(file);
        text.ShouldContain(from);
        File.WriteAllText(file, text.Replace(from, to, StringComparison.Ordinal));
    }

    private string Copy(string name)
    {
        var source = Path.Combine(ScenarioFiles.Root, name);
        foreach (var file in Directory.EnumerateFiles(source, "*.json", SearchOption.AllDirectories))
        {
            var target = Path.Combine(_folder, name, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return Path.Combine(_folder, name);
    }
}
