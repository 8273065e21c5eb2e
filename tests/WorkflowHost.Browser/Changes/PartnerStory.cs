using Microsoft.Playwright;
using WorkflowHost.Browser.Product;

namespace WorkflowHost.Browser.Changes;

/// <summary>Change 05: a partner agency comes, and staff refer people to it the same evening.</summary>
[Collection(WaveCollection.Name)]
public sealed class PartnerStory(Wave wave)
{
    [Fact]
    public async Task A_new_partner_receives_a_referral_without_a_restart()
    {
        await using (var designer = await wave.VisitAsync("diseno"))
        {
            var page = designer.Page;
            await page.GotoAsync("/designer/plan/partners");
            await page.GetByRole(AriaRole.Link, new() { Name = "Nuevo aliado" }).ClickAsync();
            await page.FillAsync("#key", "cruz-roja");
            await page.FillAsync("#title", "Cruz Roja Mexicana");
            await page.FillAsync("#kind", "civil");
            await page.FillAsync("#services", "ambulancia\nprimeros auxilios");
            await designer.PictureAsync("05-partner");
            await page.GetByRole(AriaRole.Button, new() { Name = "Guardar borrador" }).ClickAsync();
            await page.GetByText("Guardado en el borrador").WaitForAsync();

            await page.GotoAsync("/designer/plan/catalogs/aliados");
            await page.GetByRole(AriaRole.Button, new() { Name = "Agregar opción" }).ClickAsync();
            var row = page.Locator("[data-row]").Last;
            await row.GetByLabel("Clave").FillAsync("cruz-roja");
            await row.GetByLabel("Texto en español").FillAsync("Cruz Roja Mexicana");
            await row.ScrollIntoViewIfNeededAsync();
            await designer.PictureAsync("05-catalog");
            await page.GetByRole(AriaRole.Button, new() { Name = "Guardar borrador" }).ClickAsync();
            await page.GetByText("Guardado en el borrador").WaitForAsync();
            await Publishing.PublishAsync(designer, "Cruz Roja atiende desde hoy", picture: "05-publish");
        }

        await using var staff = await wave.VisitAsync("trabajo-social");
        var folio = await FolioAsync(staff);
        await staff.Page.GotoAsync("/start/referencia");
        await staff.Page.Locator("#sheet-form .formio-component").First.WaitForAsync();
        await staff.AnswerAsync("folio", folio);
        await staff.ChooseAsync("aliado", "cruz-roja");
        await staff.AnswerAsync("servicio", "Ambulancia");
        await staff.AnswerAsync("motivo", "Traslado para una cita");
        await staff.TickAsync("autorizacion");
        await staff.SendAsync();

        await staff.OpenTaskAsync("Respuesta de cruz-roja");
    }

    private static async Task<string> FolioAsync(Visitor staff)
    {
        await staff.Page.GotoAsync("/people");
        var folio = await staff.Page.Locator(".row-more .numbers").First.InnerTextAsync();
        folio.ShouldNotBeEmpty();
        return folio;
    }
}
