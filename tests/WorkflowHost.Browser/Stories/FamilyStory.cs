using Microsoft.Playwright;
using WorkflowHost.Browser.Product;

namespace WorkflowHost.Browser.Stories;

/// <summary>A family arrives: registered at the door, assessed by the nurse, lodged in a centre, seen on the board.</summary>
[Collection(ProductCollection.Name)]
public sealed class FamilyStory(Product.Product product)
{
    [Fact]
    public async Task A_registered_family_is_assessed_and_gets_a_place_in_a_shelter()
    {
        await OpenACentreAsync();
        await using (var registrar = await product.VisitAsync("registro"))
        {
            await Registration.RegisterAsync(registrar, "Esther", "Lafamilia");
        }

        await using (var nurse = await product.VisitAsync("enfermeria"))
        {
            await nurse.OpenTaskAsync("Esther Lafamilia");
            await Assessment.AssessAsync(nurse);
        }

        await using (var coordinator = await product.VisitAsync("coordinacion-albergue"))
        {
            await coordinator.OpenTaskAsync("Lafamilia");
            await coordinator.AnswerAsync("area", "Dormitorio 1");
            await coordinator.AnswerAsync("lugares", "1");
            await coordinator.TickAsync("reglamento");
            await coordinator.TickAsync("espacioLimpio");
            await coordinator.SendAsync();

            await coordinator.Page.GotoAsync("/sites/crea");
            await Assertions.Expect(coordinator.Page.GetByText("Esther Lafamilia").First).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task A_refused_submission_names_the_field_and_loses_nothing()
    {
        await using var registrar = await product.VisitAsync("registro");
        await registrar.Page.GotoAsync("/start/comidas");

        // The registrar may not start this form: a page says so, no blank screen.
        await Assertions.Expect(registrar.Page.Locator("h1")).ToBeVisibleAsync();

        await registrar.Page.GotoAsync("/start/registro");
        await registrar.Field("avisoLeido").WaitForAsync();
        await registrar.NextPageAsync();
        await Assertions.Expect(registrar.Page.Locator(".formio-errors .error:visible, .formio-error-wrapper:visible").First).ToBeVisibleAsync();
    }

    private async Task OpenACentreAsync()
    {
        await using var general = await product.VisitAsync("coordinacion-general");
        await general.Page.GotoAsync("/start/centro-apertura");
        await general.Field("centro").First.WaitForAsync();
        await general.ChooseAsync("centro", "crea");
        await general.AnswerAsync("responsable", "Encargada de prueba");
        foreach (var places in new[]
        {
            "lugaresFamilias", "lugaresEmbarazadas", "lugaresCronicos", "lugaresRespiratorio", "lugaresParejas", "lugaresMujeres",
            "lugaresHombres",
        })
        {
            await general.AnswerAsync(places, "20");
        }

        await general.AnswerAsync("sanitarios", "10");
        await general.SendAsync();
    }
}
