using Microsoft.Playwright;
using WorkflowHost.Browser.Product;

namespace WorkflowHost.Browser.Pages;

/// <summary>The form builder is accessible, and what is typed wrongly is said and sent.</summary>
[Collection(ProductCollection.Name)]
public sealed class BuilderTests(Product.Product product)
{
    [Fact]
    public async Task A_code_that_cannot_be_right_is_said_beside_the_field_and_accepted()
    {
        await using var designer = await product.VisitAsync("diseno", height: 900);
        var page = designer.Page;
        await CreateAsync(page, "con-curp", "Con CURP");
        await page.GetByRole(AriaRole.Button, new() { Name = "Documentos", Exact = true }).ClickAsync();
        await page.Locator(".formcomponent[data-key=preset-curp]").ClickAsync();
        await page.Locator(".formio-dialog [ref=saveButton]").ClickAsync();
        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page.Locator("#say")).ToContainTextAsync("Borrador guardado");

        await page.GotoAsync("/designer/forms/con-curp/preview");
        await designer.AnswerAsync("curp", "BOXW310820HNERXN08");
        await Assertions.Expect(page.Locator(".field-warning")).ToContainTextAsync("no concuerda");
        await page.Locator("#sheet-form button[type=submit]").ClickAsync();

        await Assertions.Expect(page.Locator("#sheet-say")).ToContainTextAsync("aceptaría");
        await Assertions.Expect(page.Locator(".field-warning")).ToContainTextAsync("no concuerda");
    }

    [Theory]
    [InlineData(1366)]
    [InlineData(360)]
    public async Task The_builder_has_no_serious_violation_and_no_sideways_scroll(int width)
    {
        await using var designer = await product.VisitAsync("diseno", width: width, height: 800);
        var page = designer.Page;
        await page.GotoAsync("/designer/forms/registro");
        await page.Locator("#builder[data-ready=true]").WaitForAsync();
        await page.WaitForTimeoutAsync(1000);

        var axe = Path.Combine(Repository.Root, "tests", "WorkflowHost.Browser", "node_modules", "axe-core", "axe.min.js");
        await page.EvaluateAsync(await File.ReadAllTextAsync(axe));
        var found = await page.EvaluateAsync<string[]>(
            "axe.run().then(r => r.violations.filter(v => v.impact === 'serious' || v.impact === 'critical').map(v => v.id + ' ' + v.nodes[0].html))");

        found.ShouldBeEmpty();
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0);
    }

    private static async Task CreateAsync(IPage page, string key, string title)
    {
        await page.GotoAsync("/designer/forms");
        await page.FillAsync("#title", title);
        await page.FillAsync("#key", key);
        await page.Locator("form[action='/designer/forms'] button.btn-primary").ClickAsync();
        await page.Locator("#builder[data-ready=true]").WaitForAsync();
    }
}
