using Microsoft.Playwright;
using WorkflowHost.Browser.Product;
using WorkflowHost.Browser.Stories;

namespace WorkflowHost.Browser.Changes;

/// <summary>Change 08: triage is split in two, so that the nurse's quick look is followed by a doctor before a family is assessed.</summary>
[Collection(WaveCollection.Name)]
public sealed class TriageInTwo(Wave wave)
{
    private const string Before = "Valoración por persona";
    private const string After = "Familia valorada";
    private const string Title = "Segunda valoración, con médico";

    [Fact]
    public async Task Triage_split_in_two_reaches_the_doctor_after_the_nurse()
    {
        await using (var designer = await wave.VisitAsync("diseno", width: 1720, height: 1700))
        {
            var studio = new StudioPage(designer.Page);
            await studio.OpenAsync("atencion-inmediata", atLeastNodes: 3);
            await designer.PictureAsync("08-canvas");

            await studio.DisconnectAsync(studio.Node(Before), studio.Node(After));
            await studio.DropAsync("Personas y tareas", "Tarea con formulario", await BelowAsync(studio));
            await studio.PickAsync("Formulario", "Consulta médica");
            await studio.SetAsync("Título", Title);
            await studio.PickAsync("Rol", "Medicina");
            await designer.PictureAsync("08-step");
            await studio.ConnectAsync(studio.Node(Before), studio.NodeLike("FormTask\\d"));
            await studio.ConnectAsync(studio.NodeLike("FormTask\\d"), studio.Node(After));
            await designer.PictureAsync("08-connected");
            (await studio.PublishAsync()).ShouldBe(200);
        }

        using (var registrar = await wave.CallAsync("registro"))
        {
            (await registrar.StartAsync("registro", Wave.Family("Nadège", "Dospasos"))).ShouldBeNull();
        }

        await using (var nurse = await wave.VisitAsync("enfermeria"))
        {
            await nurse.OpenTaskAsync("Nadège Dospasos");
            await Assessment.AssessAsync(nurse);
        }

        await using var doctor = await wave.VisitAsync("medicina");
        await doctor.OpenTaskAsync(Title);
        await Assertions.Expect(doctor.Page.Locator("#sheet-form")).ToBeVisibleAsync();
        await doctor.PictureAsync("08-task");
    }

    // A free place under the arrow that was taken away.
    private static async Task<TargetPosition> BelowAsync(StudioPage studio)
    {
        var canvas = (await studio.Page.Locator(".x6-graph").First.BoundingBoxAsync())!;
        var after = (await studio.Node(After).BoundingBoxAsync())!;
        return new TargetPosition { X = after.X - canvas.X - 120, Y = after.Y - canvas.Y + 190 };
    }
}
