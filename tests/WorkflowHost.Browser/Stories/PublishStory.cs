using Microsoft.Playwright;
using WorkflowHost.Browser.Product;

namespace WorkflowHost.Browser.Stories;

/// <summary>A designer publishes what was drafted together, is led to a mistake, and takes a publication back.</summary>
[Collection(ProductCollection.Name)]
public sealed class PublishStory(Product.Product product)
{
    private const string Publish = "/designer/publish";

    [Fact]
    public async Task What_was_drafted_is_published_together_and_taken_back()
    {
        await using var designer = await product.VisitAsync("diseno", height: 900);
        var page = designer.Page;
        await DraftFormAsync(page, "campana-resultado", "Resultado de la feria");
        await DraftProcessAsync(page, "campanas", "Campañas y ferias de invierno");
        await DraftPlanAsync(page, "inea", "Ventanilla de la feria");

        await page.GotoAsync(Publish);
        await Assertions.Expect(page.Locator(".publish-row").Filter(new() { HasText = "Resultado de la feria" })).ToContainTextAsync("el título cambió de");
        await Assertions.Expect(page.Locator(".publish-row").First).ToContainTextAsync("Ventanilla de la feria");
        await Assertions.Expect(page.Locator(".waiting")).ToContainTextAsync("cambios por publicar");
        foreach (var other in await page.Locator("input[name=paths][value='forms/registro.json']").AllAsync())
            await other.UncheckAsync(); // the draft of the story below
        await page.GetByLabel("Por qué se cambia").FillAsync("La feria del sábado");
        await designer.PictureAsync("publicar-1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publicar lo elegido" }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/designer/publications/", StringComparison.Ordinal));

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("todos juntos");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("La feria del sábado");
        await designer.PictureAsync("publicar-3");
        await page.GotoAsync(Publish);
        await Assertions.Expect(page.Locator(".publish-row").Filter(new() { HasText = "Resultado de la feria" })).ToHaveCountAsync(0);
        await page.GotoAsync("/designer/forms/campana-resultado");
        await Assertions.Expect(page.Locator("#form-heading")).ToHaveTextAsync("Resultado de la feria");

        await page.GotoAsync("/designer/publications");
        await page.Locator("a.row-link").Filter(new() { HasText = "La feria del sábado" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Deshacer…" }).ClickAsync();
        await page.GetByLabel("Por qué se cambia").FillAsync("Se suspendió la feria");
        await page.GetByRole(AriaRole.Button, new() { Name = "Deshacer lo elegido" }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("done=true", StringComparison.OrdinalIgnoreCase));
        await page.GotoAsync("/designer/forms/campana-resultado");
        await Assertions.Expect(page.Locator("#form-heading")).Not.ToHaveTextAsync("Resultado de la feria");
    }

    [Fact]
    public async Task A_mistake_stops_all_of_it_and_its_link_leads_to_the_field()
    {
        await using var designer = await product.VisitAsync("diseno", height: 900);
        var page = designer.Page;
        await DraftFormAsync(page, "registro", "Registro de una familia", form => $$"""
            const pages = {{form}}.components.filter(one => one.type === 'panel');
            pages[pages.length - 1].components.unshift({ type: 'textfield', key: 'malaRegla', label: 'Mala regla', input: true, customConditional: 'show = (' });
            """);

        await page.GotoAsync(Publish);
        await page.GetByRole(AriaRole.Button, new() { Name = "Publicar lo elegido" }).ClickAsync();
        await Assertions.Expect(page.Locator("[role=alert]").First).ToContainTextAsync("No se publicó nada.");
        await designer.PictureAsync("publicar-2");
        await page.Locator(".mistake a").Filter(new() { HasText = "malaRegla" }).First.ClickAsync();

        await Assertions.Expect(page.Locator("#builder .formio-component-malaRegla.is-pointed")).ToBeInViewportAsync();

        await DraftFormAsync(page, "registro", "Registro de una familia", form => $"""
            for (const panel of {form}.components) if (panel.components) panel.components = panel.components.filter(one => one.key !== 'malaRegla');
            """);
        await page.GotoAsync(Publish);
        await page.GetByRole(AriaRole.Button, new() { Name = "Publicar lo elegido" }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/designer/publications/", StringComparison.Ordinal));
    }

    // What the builder's button Guardar borrador sends, without dragging anything.
    private static async Task DraftFormAsync(IPage page, string key, string title, Func<string, string>? change = null)
    {
        await page.GotoAsync($"/designer/forms/{key}");
        var status = await page.EvaluateAsync<int>($$"""
            async title => {
              const told = document.getElementById('builder').dataset;
              const form = JSON.parse(document.getElementById('form-json').textContent);
              form.title = title;
              {{change?.Invoke("form")}}
              const answer = await fetch(`/api/designer/forms/${told.key}/draft`, {
                method: 'PUT', headers: { 'Content-Type': 'application/json', [told.csrfHeader]: told.csrf }, body: JSON.stringify({ form, base: told.base }) });
              return answer.status;
            }
            """, title);
        status.ShouldBe(200);
    }

    private static async Task DraftPlanAsync(IPage page, string partner, string contact)
    {
        await page.GotoAsync($"/designer/plan/partners/{partner}");
        await page.FillAsync("#contact", contact);
        await page.ClickAsync("#thing .btn-primary");
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToBeVisibleAsync();
    }

    // What Studio sends when it saves by itself.
    private static async Task DraftProcessAsync(IPage page, string definitionId, string name)
    {
        var status = await page.EvaluateAsync<int>("""
            async ([id, name]) => {
              const model = await fetch(`/elsa/api/workflow-definitions/by-definition-id/${id}?versionOptions=Latest`).then(answer => answer.json());
              model.name = name;
              const answer = await fetch('/elsa/api/workflow-definitions', {
                method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ model, publish: false }) });
              return answer.status;
            }
            """, new[] { definitionId, name });
        status.ShouldBe(200);
    }
}
