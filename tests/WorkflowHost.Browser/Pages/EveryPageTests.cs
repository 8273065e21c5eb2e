using System.Text.Json;
using WorkflowHost.Browser.Product;

namespace WorkflowHost.Browser.Pages;

/// <summary>What holds for every page: no serious accessibility violation, no sideways scrolling on a phone, nothing from elsewhere.</summary>
[Collection(ProductCollection.Name)]
public sealed class EveryPageTests(Product.Product product)
{
    private const int Phone = 360;
    private const int Laptop = 1366;

    [Theory]
    [InlineData("registro", "/")]
    [InlineData("registro", "/start")]
    [InlineData("registro", "/start/registro")]
    [InlineData("registro", "/people")]
    [InlineData("coordinacion-general", "/sites")]
    [InlineData("direccion", "/indicators")]
    [InlineData("direccion", "/indicators/ingresos")]
    [InlineData("diseno", "/designer/forms")]
    [InlineData("diseno", "/designer/forms/campanas/versions")]
    [InlineData("diseno", "/designer/plan/deadlines")]
    [InlineData("diseno", "/designer/plan/deadlines/valoracion-medica")]
    [InlineData("diseno", "/designer/plan/rules")]
    [InlineData("diseno", "/designer/plan/rules/row/mujeres-solas")]
    [InlineData("diseno", "/designer/plan/rules/try")]
    [InlineData("diseno", "/designer/plan/rules/moves")]
    [InlineData("diseno", "/designer/plan/sites")]
    [InlineData("diseno", "/designer/plan/sites/site/crea")]
    [InlineData("integracion", "/webhook-endpoints")]
    [InlineData("diseno", "/designer/plan/roles")]
    [InlineData("diseno", "/designer/plan/roles/cocina")]
    [InlineData("diseno", "/designer/plan/case-types")]
    [InlineData("diseno", "/designer/plan/case-types/persona")]
    [InlineData("diseno", "/designer/plan/catalogs/sexo")]
    [InlineData("diseno", "/designer/plan/partners/oim")]
    [InlineData("diseno", "/designer/plan/indicators")]
    [InlineData("diseno", "/designer/plan/indicators/educacion-basica")]
    [InlineData("diseno", "/designer/plan/indicators/ingresos/count")]
    [InlineData("diseno", "/designer/plan/versions")]
    [InlineData("administrator", "/administration/people")]
    public async Task A_page_fits_a_phone_and_a_laptop_and_is_accessible(string role, string path)
    {
        foreach (var width in new[] { Laptop, Phone })
        {
            await using var visitor = await product.VisitAsync(role, width);
            var answer = await visitor.Page.GotoAsync(path, new() { WaitUntil = Microsoft.Playwright.WaitUntilState.NetworkIdle });
            answer.ShouldNotBeNull().Status.ShouldBe(200);

            var overflow = await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
            var violations = await ViolationsAsync(visitor);

            overflow.ShouldBeLessThanOrEqualTo(0, $"{path} scrolls sideways at {width} px");
            violations.ShouldBeEmpty($"{path} at {width} px");
        }
    }

    private static async Task<string[]> ViolationsAsync(Visitor visitor)
    {
        // Through evaluation, not a script tag: the page's own policy forbids foreign scripts, and that must stay so.
        var axe = Path.Combine(Repository.Root, "tests", "WorkflowHost.Browser", "node_modules", "axe-core", "axe.min.js");
        await visitor.Page.EvaluateAsync(await File.ReadAllTextAsync(axe));
        var found = await visitor.Page.EvaluateAsync<JsonElement>(
            "axe.run().then(r => r.violations.filter(v => v.impact === 'serious' || v.impact === 'critical')"
            + ".map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(' | ')))");
        return [.. found.EnumerateArray().Select(violation => violation.GetString()!)];
    }
}
