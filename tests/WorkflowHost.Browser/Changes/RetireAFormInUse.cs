using Microsoft.Playwright;
using WorkflowHost.Browser.Product;

namespace WorkflowHost.Browser.Changes;

/// <summary>Change 12: a form is retired while somebody is in the middle of it; what was begun is sent, nothing new begins.</summary>
[Collection(WaveCollection.Name)]
public sealed class RetireAFormInUse(Wave wave)
{
    private const string Form = "campanas";
    private const string Name = "Campaña a medias";

    [Fact]
    public async Task What_was_begun_before_is_sent_and_nothing_new_begins()
    {
        await using var writer = await wave.VisitAsync("comunicacion");
        await writer.Page.GotoAsync($"/start/{Form}");
        await BeginAsync(writer);

        await using var designer = await wave.VisitAsync("diseno");
        await RefusedWhereStepsOpenItAsync(designer);
        await RetireAsync(designer);
        await NothingNewAsync();

        // The writer comes back another day: the form is gone from the list, what was begun is not.
        await writer.Page.GotoAsync("/start");
        await Assertions.Expect(writer.Page.Locator($"a[href='/start/{Form}']")).ToHaveCountAsync(0);
        await Assertions.Expect(writer.Page.Locator("#drafts")).ToContainTextAsync("Campaña");
        await writer.PictureAsync("12-a-medias");
        await writer.Page.Locator("#drafts a").First.ClickAsync();
        await Assertions.Expect(writer.Field("nombre").First).ToHaveValueAsync(Name);
        await EndAsync(writer);
        await writer.SendAsync();

        // What it started goes on: its task is there and can be opened.
        await writer.OpenTaskAsync("campaña");
        await GiveBackAsync(designer);
        await writer.Page.GotoAsync("/start");
        await Assertions.Expect(writer.Page.Locator($"a[href='/start/{Form}']")).ToHaveCountAsync(1);
    }

    private static async Task BeginAsync(Visitor writer)
    {
        await writer.Page.Locator("#sheet[data-ready=true]").WaitForAsync();
        await writer.AnswerAsync("nombre", Name);
        await writer.AnswerAsync("mensaje", "Aquí cabe todo el mundo.");
        await writer.Page.WaitForFunctionAsync("() => Object.keys(localStorage).includes('draft:start:campanas')");
    }

    private static async Task EndAsync(Visitor writer)
    {
        await writer.Page.EvaluateAsync("""
            () => {
              const form = document.getElementById('sheet').form;
              form.getComponent('tipo').setValue('salud');
              form.getComponent('medios').setValue({ radio: true });
            }
            """);
        await writer.AnswerDayAsync("inicio", 1, 12, 2025);
    }

    private static async Task RefusedWhereStepsOpenItAsync(Visitor designer)
    {
        await designer.Page.GotoAsync("/designer/forms/campana-resultado/versions");
        await Assertions.Expect(designer.Page.GetByText("Todavía no se puede retirar")).ToBeVisibleAsync();
        await Assertions.Expect(designer.Page.Locator("section[aria-labelledby=retire] a")).ToHaveAttributeAsync("href", "/studio/workflows/definitions/campanas/edit");
        await designer.PictureAsync("12-en-uso");
    }

    private static async Task RetireAsync(Visitor designer)
    {
        await designer.Page.GotoAsync($"/designer/forms/{Form}/versions");
        await designer.PictureAsync("12-retirar");
        await designer.Page.GetByRole(AriaRole.Button, new() { Name = "Retirar", Exact = true }).ClickAsync();
        await Assertions.Expect(designer.Page.Locator("section[aria-labelledby=retire] .mark")).ToHaveTextAsync("Retirado");
    }

    private static Task GiveBackAsync(Visitor designer) =>
        designer.Page.GetByRole(AriaRole.Button, new() { Name = "Volver a usarlo" }).ClickAsync();

    private async Task NothingNewAsync()
    {
        await using var late = await wave.VisitAsync("comunicacion");
        await late.Page.GotoAsync($"/start/{Form}");
        await Assertions.Expect(late.Page.GetByText("ya no inicia nada nuevo")).ToBeVisibleAsync();
        await late.PictureAsync("12-retirado");
    }
}
