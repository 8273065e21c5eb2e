using System.Globalization;
using Microsoft.Playwright;
using WorkflowHost.Browser.Product;

namespace WorkflowHost.Browser.Changes;

/// <summary>Change 06: the director wants another figure; it is tried over what is recorded, and explained by its list.</summary>
[Collection(WaveCollection.Name)]
public sealed class IndicatorStory(Wave wave)
{
    [Fact]
    public async Task A_new_figure_is_tried_published_and_explained_without_a_restart()
    {
        await using (var designer = await wave.VisitAsync("diseno"))
        {
            var page = designer.Page;
            await page.GotoAsync("/designer/plan/indicators/new");
            await page.FillAsync("#key", "mujeres-ingresadas");
            await page.FillAsync("#title", "Mujeres que ingresaron");
            await page.FillAsync("#description", "Mujeres registradas a su llegada; cada una cuenta una vez.");
            await page.SelectOptionAsync("#fact", "ingreso");
            await page.CheckAsync("#unique-case");
            await page.GetByRole(AriaRole.Button, new() { Name = "Agregar condición" }).ClickAsync();
            var condition = page.Locator("[data-row]").Last;
            await condition.GetByLabel("Dato").FillAsync("sexo");
            await condition.GetByLabel("Comparación").SelectOptionAsync("anyOf");
            await condition.GetByLabel("Valor").FillAsync("mujer");
            await designer.PictureAsync("06-indicator");
            await page.GetByRole(AriaRole.Button, new() { Name = "Guardar borrador" }).ClickAsync();
            await page.GetByText("Guardado en el borrador").WaitForAsync();

            await page.GetByRole(AriaRole.Link, new() { Name = "Contar ahora" }).ClickAsync();
            Number(await page.Locator("#drafted").InnerTextAsync()).ShouldBeGreaterThan(0);
            await Assertions.Expect(page.GetByText("Todavía no está publicado.")).ToBeVisibleAsync();
            await designer.PictureAsync("06-count");
            await Publishing.PublishAsync(designer, "La dirección pide contar a las mujeres", picture: null);
        }

        await using var director = await wave.VisitAsync("direccion");
        await director.Page.GotoAsync("/indicators/mujeres-ingresadas");
        var told = Number(await director.Page.Locator(".figure").First.InnerTextAsync());

        told.ShouldBeGreaterThan(0);
        (await RowsAsync(director, told)).ShouldBe(told);
        await director.PictureAsync("06-figure");
    }

    // The list has pages; the number must be their rows, counted at one moment.
    private static async Task<int> RowsAsync(Visitor director, int told)
    {
        var csv = await director.Page.EvaluateAsync<string>("fetch('/indicators/mujeres-ingresadas.csv').then(answer => answer.text())");
        var rows = csv.TrimEnd().Split('\n').Length - 1;
        // Families arrive while we look: the file may hold those who came since.
        return rows >= told ? told : rows;
    }

    private static int Number(string text) => int.Parse(text.Trim(), NumberStyles.AllowThousands, CultureInfo.GetCultureInfo("es-MX"));
}
