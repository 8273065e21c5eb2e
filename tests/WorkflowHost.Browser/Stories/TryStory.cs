using Microsoft.Playwright;
using WorkflowHost.Browser.Product;

namespace WorkflowHost.Browser.Stories;

/// <summary>A designer drafts a form, tries it on a made-up family by hand and automatically, lets time pass and keeps the case.</summary>
[Collection(ProductCollection.Name)]
public sealed class TryStory(Product.Product product)
{
    [Fact]
    public async Task A_drafted_form_is_tried_by_hand_and_automatically_and_kept_as_an_example()
    {
        await using var designer = await product.VisitAsync("diseno", height: 900);
        var page = designer.Page;
        await DraftAsync(page);

        await page.GotoAsync("/designer/try?draft=forms/hospedaje-entrega.json");
        await Assertions.Expect(page.Locator("input[value='forms/hospedaje-entrega.json']")).ToBeCheckedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Abrir la prueba" }).ClickAsync();
        await page.Locator("#tasks").WaitForAsync();

        // By hand: the family's form is opened filled and the server's own verdict lets it in.
        await page.GetByRole(AriaRole.Link, new() { Name = "Registro de una familia" }).First.ClickAsync();
        await page.SelectOptionAsync("#base", "Pareja sin hijos");
        await page.GetByRole(AriaRole.Button, new() { Name = "Llenar a mano" }).ClickAsync();
        await designer.Field("avisoLeido").WaitForAsync();
        await designer.NextPageAsync();
        await designer.NextPageAsync();
        await designer.NextPageAsync();
        await designer.Field("observaciones").WaitForAsync();
        await SendAsync(page);
        await page.Locator("#tasks").WaitForAsync();
        await Assertions.Expect(page.Locator("#cases + ul")).ToContainTextAsync("Persona Uno Ficticia");

        // Automatically: what is asked next, then everything.
        await page.GetByRole(AriaRole.Button, new() { Name = "Llenar automáticamente" }).First.ClickAsync();
        await page.Locator("#tasks").WaitForAsync();
        var before = await page.InnerTextAsync("#clock");
        await page.GetByRole(AriaRole.Button, new() { Name = "1 día", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#clock")).Not.ToHaveTextAsync(before);
        await Assertions.Expect(page.Locator("#effects + p + ul li").First).ToBeVisibleAsync();

        await page.FillAsync("#keep-title", "Pareja con el formulario nuevo");
        await page.GetByRole(AriaRole.Button, new() { Name = "Guardar el caso" }).ClickAsync();
        await Assertions.Expect(page.Locator(".row-title").Filter(new() { HasText = "Pareja con el formulario nuevo" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Quitar el caso Pareja con el formulario nuevo" }).ClickAsync();

        // Nobody outside has seen any of it.
        await using var registrar = await product.VisitAsync("registro");
        await registrar.Page.GotoAsync("/people?q=Ficticia");
        await Assertions.Expect(registrar.Page.Locator("main")).Not.ToContainTextAsync("Persona Uno Ficticia");
    }

    private static async Task DraftAsync(IPage page)
    {
        await page.GotoAsync("/designer/forms/hospedaje-entrega");
        await page.Locator("#save:enabled").WaitForAsync();
        await page.Locator("details:has(#set-title) > summary").ClickAsync();
        await page.FillAsync("#set-title", "Entrega de hospedaje (nuevo)");
        await page.ClickAsync("#save");
        await Assertions.Expect(page.Locator("#form-draft")).ToBeVisibleAsync();
    }

    private static Task SendAsync(IPage page) =>
        page.Locator("#sheet-form button[type=submit]:visible, #sheet-form .btn-wizard-nav-submit:visible").Last.ClickAsync();
}
