using Microsoft.Playwright;
using WorkflowHost.Browser.Product;

namespace WorkflowHost.Browser.Stories;

/// <summary>The plan changes at night: a step with a form is added to the intake in Elsa Studio, and the next family gets it.</summary>
[Collection(ProductCollection.Name)]
public sealed class DesignerStory(Product.Product product)
{
    // What the intake's first step after the form is called on the canvas; Studio opens with it in view.
    private const string FirstStep = "Buscar a cada integrante";

    [Fact]
    public async Task A_step_added_in_Studio_reaches_the_next_family_without_a_restart()
    {
        await using (var designer = await product.VisitAsync("diseno", height: 900))
        {
            var studio = new StudioPage(designer.Page);
            await studio.OpenAsync("registro", atLeastNodes: 3);
            var before = await studio.Nodes.CountAsync();

            await studio.DropAsync("Personas y tareas", "Tarea con formulario");
            await Assertions.Expect(studio.Nodes).ToHaveCountAsync(before + 1);
            await studio.ConnectAsync(studio.Node(FirstStep), studio.NodeLike("FormTask\\d"));
            await studio.PickAsync("Formulario", "Registro de comidas");
            await studio.SetAsync("Título", "Contar raciones de la nueva familia");
            await studio.PickAsync("Rol", "Cocina");
            (await studio.PublishAsync()).ShouldBe(200);
        }

        await using (var registrar = await product.VisitAsync("registro"))
        {
            await Registration.RegisterAsync(registrar, "Rose", "Nuevopaso");
        }

        await using var kitchen = await product.VisitAsync("cocina");
        await kitchen.OpenTaskAsync("Contar raciones de la nueva familia");
    }
}
