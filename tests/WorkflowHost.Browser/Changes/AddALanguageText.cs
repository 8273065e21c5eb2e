using Microsoft.Playwright;

namespace WorkflowHost.Browser.Changes;

/// <summary>Change 07: a word that a language lacks is written in the table, and the next person who opens the form reads it.</summary>
[Collection(WaveCollection.Name)]
public sealed class AddALanguageText(Wave wave)
{
    [Fact]
    public async Task A_translation_written_in_the_table_is_read_by_staff_at_once()
    {
        const string Creole = "Kantite manje ki sèvi";
        await using (var designer = await wave.VisitAsync("diseno", height: 900))
        {
            var page = designer.Page;
            await page.GotoAsync("/designer/translations");
            await designer.PictureAsync("07-tablas");

            await page.GotoAsync("/designer/translations/comidas");
            await page.Locator("#sheet[data-ready=true]").WaitForAsync();
            await page.SelectOptionAsync("#language", "ht");
            await page.SelectOptionAsync("#which", "missing");
            await page.Locator("tr[data-id='Raciones servidas'] td[data-language=ht] textarea").FillAsync(Creole);
            await designer.PictureAsync("07-palabra");
            await page.Locator("#save").ClickAsync();
            await Assertions.Expect(page.Locator("#say")).ToContainTextAsync("1");
        }

        await using var kitchen = await wave.VisitAsync("cocina", width: 390, height: 844);
        await kitchen.Page.GotoAsync("/start/comidas");
        await kitchen.Page.Locator("details:has(form[action='/language']) summary").First.ClickAsync();
        await kitchen.Page.Locator("form[action='/language'] button[lang=ht]").First.ClickAsync();
        await Assertions.Expect(kitchen.Page.GetByText(Creole)).ToBeVisibleAsync();
        await kitchen.PictureAsync("07-telefono");
    }
}
