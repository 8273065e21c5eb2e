using Microsoft.Playwright;
using WorkflowHost.Browser.Product;

namespace WorkflowHost.Browser.Changes;

/// <summary>Change 03: pregnant people of 32 weeks or more go to one site, and those who come next already do.</summary>
[Collection(WaveCollection.Name)]
public sealed class PregnantToOneSite(Wave wave)
{
    private const string Rule = "Embarazo de 32 semanas o más";
    private const string Where = "Conditions[0].Where[0].";

    [Fact]
    public async Task Pregnant_people_of_32_weeks_go_to_one_site_from_the_next_family_on()
    {
        await PlanStory.OpenCentreAsync(wave, "orizaba", "lugaresEmbarazadas", 40);
        await using (var designer = await wave.VisitAsync("diseno"))
        {
            await AddRuleAsync(designer);
            await TryAsync(designer);
            await Publishing.PublishAsync(designer, "Embarazos avanzados a un solo centro", picture: "03-publish");
        }

        using (var registrar = await wave.CallAsync("registro"))
        {
            (await registrar.StartAsync("registro", Wave.Family("Rosalinda", "Detreintaycuatro"))).ShouldBeNull();
        }

        await using (var nurse = await wave.VisitAsync("enfermeria"))
        {
            await nurse.OpenTaskAsync("Rosalinda Detreintaycuatro");
            await PlanStory.AssessAsync(nurse, weeks: 34);
        }

        // Whoever sees every site: the place is taken as soon as the nurse has sent her form.
        await using var coordinator = await wave.VisitAsync("coordinacion-general");
        var name = coordinator.Page.GetByText("Rosalinda Detreintaycuatro").First;
        for (var look = 0; look < 20; look++)
        {
            await coordinator.Page.GotoAsync("/sites/orizaba");
            if (await name.IsVisibleAsync())
            {
                break;
            }

            await coordinator.Page.WaitForTimeoutAsync(500);
        }

        await Assertions.Expect(name).ToBeVisibleAsync();
        await coordinator.PictureAsync("03-board");
    }

    private static async Task AddRuleAsync(Visitor designer)
    {
        var page = designer.Page;
        await page.GotoAsync("/designer/plan/rules");
        await page.GetByRole(AriaRole.Link, new() { Name = "Agregar regla" }).ClickAsync();
        await page.FillAsync("[name='Title[es]']", Rule);
        await page.GetByRole(AriaRole.Button, new() { Name = "Agregar condición" }).ClickAsync();
        await page.SelectOptionAsync($"[name='{Where}Field']", "semanasEmbarazo");
        await page.SelectOptionAsync($"[name='{Where}Is']", "AtLeast");
        await page.FillAsync($"[name='{Where}Values']", "32");
        await page.SelectOptionAsync("[name='Segment']", "embarazadas");
        await page.SelectOptionAsync("[name='Sites[0]']", "orizaba");
        await Assertions.Expect(page.Locator("[name='Sites[1]']")).ToBeVisibleAsync();
        await page.CheckAsync("#final");
        await page.FillAsync("[name='Reason[es]']", "Embarazo avanzado: centro más cercano al hospital.");
        await designer.PictureAsync("03-rule");
        await page.GetByRole(AriaRole.Button, new() { Name = "Guardar en el borrador" }).Last.ClickAsync();
        await Assertions.Expect(page.GetByText("Si alguna persona tiene semanas de embarazo ≥ 32")).ToBeVisibleAsync();
        await designer.PictureAsync("03-table");
    }

    private static async Task TryAsync(Visitor designer)
    {
        var page = designer.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Probar con familias" }).ClickAsync();
        await page.FillAsync("[name='People[0][edad]']", "27");
        await page.SelectOptionAsync("[name='People[0][sexo]']", "mujer");
        await page.SelectOptionAsync("[name='People[0][embarazo]']", "true");
        await page.FillAsync("[name='People[0][semanasEmbarazo]']", "34");
        await page.GetByRole(AriaRole.Button, new() { Name = "Probar esta familia" }).Last.ClickAsync();
        await Assertions.Expect(page.GetByText($"Decide «{Rule}».")).ToBeVisibleAsync();
        await designer.PictureAsync("03-try");
        await page.GotoAsync("/designer/plan/rules/moves");
        await Assertions.Expect(page.GetByText("familias revisadas")).ToBeVisibleAsync();
    }
}
