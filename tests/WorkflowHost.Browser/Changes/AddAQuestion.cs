using Microsoft.Playwright;

namespace WorkflowHost.Browser.Changes;

/// <summary>Change 01: a question is added to the intake, in the builder, while families are registered.</summary>
[Collection(WaveCollection.Name)]
public sealed class AddAQuestion(Wave wave)
{
    private const string Question = "¿Hay algo que la familia no pueda comer?";

    [Fact]
    public async Task A_question_added_in_the_builder_is_asked_at_the_door()
    {
        await using (var designer = await wave.VisitAsync("diseno", height: 900))
        {
            var page = designer.Page;
            await page.GotoAsync("/designer/forms/registro");
            await page.Locator("#builder[data-ready=true]").WaitForAsync();
            await designer.PictureAsync("01-constructor");

            await page.GetByRole(AriaRole.Button, new() { Name = "Preguntas", Exact = true }).ClickAsync();
            await page.Locator(".formcomponent[data-key=textfield]").PressAsync("Enter");
            await page.Locator(".formio-dialog [name='data[label]']").FillAsync(Question);
            await page.WaitForTimeoutAsync(500);
            await designer.PictureAsync("01-pregunta");
            await page.Locator(".formio-dialog [ref=saveButton]").ClickAsync();

            await Assertions.Expect(page.Locator(".formarea label").Filter(new() { HasText = Question })).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("#check-list")).ToContainTextAsync("«ht»");
            await designer.PictureAsync("01-revision");

            await page.Locator("#preview-toggle").ClickAsync();
            var preview = page.FrameLocator("#preview-frame");
            await Assertions.Expect(preview.GetByLabel(Question)).ToBeVisibleAsync();
            await designer.PictureAsync("01-vista-previa");

            await page.Locator("#publish").ClickAsync();
            await Assertions.Expect(page.Locator("#say")).ToContainTextAsync("Publicada la versión");
        }

        await using var registrar = await wave.VisitAsync("registro", width: 390, height: 844);
        await registrar.Page.GotoAsync("/start/registro");
        await Assertions.Expect(registrar.Page.GetByLabel(Question)).ToBeVisibleAsync();
        await registrar.PictureAsync("01-telefono");
    }
}
