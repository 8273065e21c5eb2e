using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WorkflowHost.Browser.Product;

namespace WorkflowHost.Browser.Changes;

/// <summary>Change 10: a deadline and its escalation are changed on their page; the next family's nurse is reminded and a doctor gets the task.</summary>
[Collection(WaveCollection.Name)]
public sealed class ADeadlineAndItsEscalation(Wave wave)
{
    private const string Rule = "/designer/plan/deadlines/valoracion-medica";
    private const string Surname = "Plazocorto";

    [Fact]
    public async Task A_changed_deadline_reminds_the_nurse_and_gives_the_task_to_a_doctor()
    {
        await using var designer = await wave.VisitAsync("diseno");
        await designer.Page.GotoAsync("/designer/plan/deadlines");
        await designer.PictureAsync("10-reglas");
        await ChangeAsync(designer, due: "8 s", before: "4 s", after: "4 s");
        await designer.PictureAsync("10-regla");
        await PublishAsync(designer);
        using (var registrar = await wave.CallAsync("registro"))
        {
            (await registrar.StartAsync("registro", Wave.Family("Rose", Surname))).ShouldBeNull();
        }

        await using (var nurse = await wave.VisitAsync("enfermeria"))
        {
            await AppearsAsync(nurse, "Recordatorio");
            await nurse.PictureAsync("10-recordatorio");
        }

        await using (var doctor = await wave.VisitAsync("medicina"))
        {
            await AppearsAsync(doctor, "Viene de Enfermería");
            await doctor.PictureAsync("10-escalada");
            await doctor.OpenTaskAsync(Surname);
            await Assertions.Expect(doctor.Page.GetByText("Nadie la hizo a tiempo")).ToBeVisibleAsync();
            await doctor.PictureAsync("10-tarea");
        }

        // The way back, and how a plan is left for whoever comes next.
        await ChangeAsync(designer, due: "4 h", before: "1 h", after: "2 h");
        await PublishAsync(designer);
    }

    private static async Task ChangeAsync(Visitor designer, string due, string before, string after)
    {
        var page = designer.Page;
        await page.GotoAsync(Rule);
        await page.GetByLabel("Plazo", new() { Exact = true }).FillAsync(due);
        await page.Locator("#Remind_0_Time").FillAsync(before);
        await page.Locator("#Escalate_0_After").FillAsync(after);
        await page.GetByRole(AriaRole.Button, new() { Name = "Guardar en el borrador" }).ClickAsync();
        await Assertions.Expect(page.Locator(".page-head")).ToContainTextAsync($"no se hace en {due}");
        await Assertions.Expect(page.GetByText("Guardado en el borrador del plan")).ToBeVisibleAsync();
    }

    private static async Task PublishAsync(Visitor designer)
    {
        await designer.Page.GotoAsync("/designer/publish");
        await designer.Page.GetByRole(AriaRole.Button, new() { Name = "Publicar lo elegido" }).ClickAsync();
        await designer.Page.WaitForURLAsync(new Regex("done=true"));
    }

    private static async Task AppearsAsync(Visitor visitor, string words)
    {
        var mark = visitor.Page.Locator("li").Filter(new() { HasText = Surname }).GetByText(words);
        for (var look = 0; look < 60; look++)
        {
            await visitor.Page.GotoAsync($"/?q={Surname}");
            if (await mark.CountAsync() > 0)
                return;
            await visitor.Page.WaitForTimeoutAsync(1000); // time has to pass: it is what the story is about
        }

        throw new ShouldAssertException($"\"{words}\" did not appear: {await visitor.Page.Locator("main").InnerTextAsync()}");
    }
}
