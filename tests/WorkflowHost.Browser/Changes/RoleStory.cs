using Microsoft.Playwright;
using WorkflowHost.Browser.Product;

namespace WorkflowHost.Browser.Changes;

/// <summary>Change 11: volunteers help in the kitchen; they get a role that sees meals and nothing else.</summary>
[Collection(WaveCollection.Name)]
public sealed class RoleStory(Wave wave)
{
    private const string Password = "comida caliente para todos";

    [Fact]
    public async Task A_role_that_sees_only_meals_is_given_to_somebody_without_a_restart()
    {
        await using (var designer = await wave.VisitAsync("diseno"))
        {
            var page = designer.Page;
            await page.GotoAsync("/designer/plan/roles/new");
            await page.FillAsync("#key", "voluntariado-comedor");
            await page.FillAsync("#title", "Voluntariado del comedor");
            await page.CheckAsync("[id='may-forms.start']");
            await page.CheckAsync("#reads-general");
            await page.GetByText("También recibe lo de otros roles").ClickAsync();
            await page.CheckAsync("#also-cocina");
            await page.GetByRole(AriaRole.Button, new() { Name = "Guardar borrador" }).ClickAsync();
            await page.GetByText("Guardado en el borrador").WaitForAsync();
            await Assertions.Expect(page.Locator("[aria-labelledby=sees]")).ToContainTextAsync("Registro de comidas");
            await designer.PictureAsync("11-role");
        }

        // Roles need a second pair of eyes: who designs cannot publish them.
        await using (var administrator = await wave.VisitAsync("administrator"))
        {
            await Publishing.PublishAsync(administrator, "Voluntariado del comedor", picture: "11-publish");
            var page = administrator.Page;
            await page.GotoAsync("/administration/people");
            await page.FillAsync("#name", "Voluntaria de prueba");
            await page.FillAsync("#email", "voluntaria@example.org");
            await page.GetByRole(AriaRole.Button, new() { Name = "Agregar y crear enlace" }).ClickAsync();
            var link = await page.Locator("#link").InnerTextAsync();
            await page.SelectOptionAsync("#role", "voluntariado-comedor");
            await page.SelectOptionAsync("#site", "crea");
            await page.GetByRole(AriaRole.Button, new() { Name = "Dar rol" }).ClickAsync();
            await Assertions.Expect(page.Locator("[aria-labelledby=rights]")).ToContainTextAsync("Iniciar formularios");
            await administrator.PictureAsync("11-person");

            await using var guest = await wave.ComeAsync();
            await guest.Page.GotoAsync(link);
            await guest.Page.FillAsync("#password", Password);
            await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Guardar y entrar" }).ClickAsync();
            await guest.Page.GotoAsync("/start");
            await Assertions.Expect(guest.Page.GetByText("Registro de comidas")).ToBeVisibleAsync();
            await guest.PictureAsync("11-sees");

            (await guest.Page.Locator("main a[href^='/start/']").CountAsync()).ShouldBe(1);
            (await guest.Page.Locator(".room-bar a").AllInnerTextsAsync()).ShouldBe(["Nuevo"]);
            foreach (var closed in new[] { "/people", "/sites", "/indicators", "/designer/plan/roles" })
                (await guest.Page.GotoAsync(closed)).ShouldNotBeNull().Status.ShouldBe(403, closed);
        }
    }
}
