using Microsoft.Playwright;

namespace WorkflowHost.Browser.Changes;

/// <summary>Change 04: a thirteenth site is in the plan, on the board and in the pickers while families keep coming.</summary>
[Collection(WaveCollection.Name)]
public sealed class ThirteenthSite(Wave wave)
{
    private const string Site = "Centro Comunitario Pro Hogar";

    [Fact]
    public async Task A_thirteenth_site_is_opened_and_receives_people()
    {
        await using (var designer = await wave.VisitAsync("diseno"))
        {
            var page = designer.Page;
            await page.GotoAsync("/designer/plan/sites");
            await page.GetByLabel("Nuevo centro como Centro Comunitario Carbajal").ClickAsync();
            await page.FillAsync("[name='Title[es]']", Site);
            await page.FillAsync("[name='Title[en]']", Site);
            await page.FillAsync("[name='Address']", "Col. Pro Hogar, Mexicali, B.C.");
            await page.FillAsync("[name='Figures[sanitarios]']", "8");
            await designer.PictureAsync("04-site");
            await page.GetByRole(AriaRole.Button, new() { Name = "Guardar en el borrador" }).ClickAsync();

            // It offers 184 places and eight toilets carry 160 people: said at once, and a reason is asked for.
            await Assertions.Expect(page.GetByText("por «Sanitarios» caben 160 personas")).ToBeVisibleAsync();
            await designer.PictureAsync("04-limit");
            await page.FillAsync("[name='Capacity[mujeres]']", "30");
            await page.GetByRole(AriaRole.Button, new() { Name = "Guardar en el borrador" }).ClickAsync();
            await Assertions.Expect(page.GetByText("Caben 160 personas; limita: Sanitarios")).ToBeVisibleAsync();
            await designer.PictureAsync("04-list");
            await Publishing.PublishAsync(designer, "Se agrega un decimotercer centro", picture: "04-publish");
        }

        await PlanStory.OpenCentreAsync(wave, "centro-comunitario-pro-hogar", "lugaresFamilias", 40);
        await using var general = await wave.VisitAsync("coordinacion-general");
        await general.Page.GotoAsync("/sites/centro-comunitario-pro-hogar");
        await Assertions.Expect(general.Page.GetByText("lo que limita: Sanitarios")).ToBeVisibleAsync();
        await Assertions.Expect(general.Page.GetByText("Abierta").First).ToBeVisibleAsync();
        await general.PictureAsync("04-board");
    }
}
