using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WorkflowHost.Browser.Product;

namespace WorkflowHost.Browser.Stories;

/// <summary>The plan changes at night: a step with a form is added to the intake in Elsa Studio, and the next family gets it.</summary>
[Collection(ProductCollection.Name)]
public sealed class DesignerStory(Product.Product product)
{
    [Fact]
    public async Task A_step_added_in_Studio_reaches_the_next_family_without_a_restart()
    {
        await using (var designer = await product.VisitAsync("diseno", height: 900))
        {
            var page = designer.Page;
            await page.GotoAsync("/studio/workflows/definitions/registro/edit");
            await page.Locator(".x6-node").Nth(2).WaitForAsync();
            await page.WaitForTimeoutAsync(3000);
            var before = await page.Locator(".x6-node").CountAsync();

            await DropAsync(page, "Personas y tareas", "Tarea con formulario");
            await Assertions.Expect(page.Locator(".x6-node")).ToHaveCountAsync(before + 1);
            var step = page.Locator(".x6-node").Filter(new() { HasTextRegex = new Regex("FormTask\\d") }).First;
            await ConnectAsync(page, page.Locator(".x6-node").Filter(new() { HasText = FirstStep }).First, step);
            // A dropped step stays selected: its inputs are already in the panel below.
            await PickAsync(page, "Formulario", "Registro de comidas");
            await SetAsync(page, "Título", "Contar raciones de la nueva familia");
            await PickAsync(page, "Rol", "Cocina");
            var published = SavedAsync(page, "\"publish\":true");
            await page.Locator(".mud-button-group-root button").First.ClickAsync();
            (await published).ShouldBe(200);
        }

        await using (var registrar = await product.VisitAsync("registro"))
        {
            await Registration.RegisterAsync(registrar, "Rose", "Nuevopaso");
        }

        await using var kitchen = await product.VisitAsync("cocina");
        await kitchen.OpenTaskAsync("Contar raciones de la nueva familia");
    }

    // What the intake's first step after the form is called on the canvas; Studio opens with it in view.
    private const string FirstStep = "Buscar a cada integrante";

    private static async Task DropAsync(IPage page, string category, string activity)
    {
        var entry = page.Locator("[draggable=true]").Filter(new() { HasText = activity }).First;
        if (!await entry.IsVisibleAsync())
        {
            await page.Locator(".mud-expand-panel-header").Filter(new() { HasText = category }).First.ClickAsync();
            await entry.WaitForAsync();
        }

        await entry.ScrollIntoViewIfNeededAsync();
        var saved = SavedAsync(page);
        await entry.DragToAsync(page.Locator(".x6-graph").First, new() { TargetPosition = new() { X = 300, Y = 60 } });
        (await saved).ShouldBe(200);
    }

    private static async Task ConnectAsync(IPage page, ILocator from, ILocator to)
    {
        var start = await from.Locator("[port=\"Done\"] .elsa-designer-port-hit-area").First.BoundingBoxAsync();
        var end = await to.Locator("[port=\"In\"] .elsa-designer-port-hit-area").First.BoundingBoxAsync();
        start.ShouldNotBeNull();
        end.ShouldNotBeNull();
        var saved = SavedAsync(page);
        // Beside the middle: there an arrow that already leaves lies on top of the port.
        await page.Mouse.MoveAsync(start.X + (start.Width / 2) - 4, start.Y + (start.Height / 2) - 7);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(start.X + 40, start.Y + 25, new() { Steps = 6 });
        await page.Mouse.MoveAsync(end.X + (end.Width / 2), end.Y + (end.Height / 2), new() { Steps = 12 });
        await page.Mouse.UpAsync();
        (await saved).ShouldBe(200);
    }

    private static async Task PickAsync(IPage page, string label, string title)
    {
        await Control(page, label).ClickAsync();
        var saved = SavedAsync(page);
        await page.Locator(".mud-popover-open").GetByText(title, new() { Exact = true }).First.ClickAsync();
        (await saved).ShouldBe(200);
    }

    private static async Task SetAsync(IPage page, string label, string value)
    {
        var box = Control(page, label).Locator("input,textarea").First;
        await box.WaitForAsync();
        var saved = SavedAsync(page);
        await box.FillAsync(value);
        await box.PressAsync("Tab");
        (await saved).ShouldBe(200);
    }

    private static ILocator Control(IPage page, string label) => page.Locator(".mud-input-control")
        .Filter(new() { Has = page.Locator("label", new() { HasTextRegex = new Regex($"^{label}\\*?$") }) }).First;

    private static async Task<int> SavedAsync(IPage page, string saying = "") => (await page.WaitForResponseAsync(response =>
        response.Request.Method == "POST" && response.Url.EndsWith("/workflow-definitions", StringComparison.Ordinal)
        && response.Request.PostData?.Contains(saying, StringComparison.Ordinal) == true)).Status;
}
