using Microsoft.Playwright;
using WorkflowHost.Browser.Product;

namespace WorkflowHost.Browser.Changes;

/// <summary>Change 02: a step with a form is added to the intake in Elsa Studio, and the next family gets it.</summary>
[Collection(WaveCollection.Name)]
public sealed class AddAStepWithAForm(Wave wave)
{
    // What the intake's first step after the form is called on the canvas; Studio opens with it in view.
    private const string FirstStep = "Buscar a cada integrante";
    private const string Title = "Contar raciones de la nueva familia";

    [Fact]
    public async Task A_step_added_in_Studio_reaches_the_next_family_without_a_restart()
    {
        await using (var designer = await wave.VisitAsync("diseno"))
        {
            var studio = new StudioPage(designer.Page);
            await studio.OpenAsync("registro", atLeastNodes: 3);
            var before = await studio.Nodes.CountAsync();

            await studio.DropAsync("Personas y tareas", "Tarea con formulario");
            await Assertions.Expect(studio.Nodes).ToHaveCountAsync(before + 1);
            await Assertions.Expect(studio.NodeLike("FormTask\\d").Locator("elsa-activity-wrapper")).ToHaveAttributeAsync("data-look", "people");
            await designer.PictureAsync("02-drop");
            await studio.ConnectAsync(studio.Node(FirstStep), studio.NodeLike("FormTask\\d"));
            await studio.PickAsync("Formulario", "Registro de comidas");
            await studio.SetAsync("Título", Title);
            await studio.PickAsync("Rol", "Cocina");
            await studio.PickAsync("Plazo", "4 horas");
            await designer.PictureAsync("02-inputs");
            (await studio.PublishAsync()).ShouldBe(200);
        }

        using (var registrar = await wave.CallAsync("registro"))
        {
            (await registrar.StartAsync("registro", Wave.Family("Rose", "Nuevopaso"))).ShouldBeNull();
        }

        await using var kitchen = await wave.VisitAsync("cocina");
        await kitchen.OpenTaskAsync(Title);
        await kitchen.PictureAsync("02-task");
    }
}
