using System.Text.Json.Nodes;
using Microsoft.Playwright;
using WorkflowHost.Browser.Product;

namespace WorkflowHost.Browser.Changes;

/// <summary>Change 09: an approval out of the ready parts; what is returned is corrected and asked again.</summary>
[Collection(WaveCollection.Name)]
public sealed class AddAnApproval(Wave wave)
{
    private const string Approve = "Aprobar el registro de comida";

    [Fact]
    public async Task A_ready_approval_is_put_into_a_process_and_its_returns_come_back_corrected()
    {
        await using (var designer = await wave.VisitAsync("diseno"))
        {
            var studio = new StudioPage(designer.Page);
            await studio.OpenAsync("comidas", atLeastNodes: 4);

            await designer.Page.GetByRole(AriaRole.Button, new() { Name = "Partes listas" }).ClickAsync();
            var part = designer.Page.GetByRole(AriaRole.Button, new() { Name = "Poner en este proceso: Visto bueno" });
            await part.WaitForAsync();
            await designer.PictureAsync("09-parts");
            await part.ClickAsync();
            await Assertions.Expect(designer.Page.Locator("#studio-answers")).ToContainTextAsync("Visto bueno");
            await studio.ReadyAsync(6);

            await studio.ConnectAsync(studio.Node("Nombrar el proceso"), studio.Node("Pedir el visto bueno"));
            await studio.SelectAsync("Pedir el visto bueno");
            await studio.SetAsync("Título", Approve);
            await designer.PictureAsync("09-connected");
            (await studio.PublishAsync()).ShouldBe(200);
        }

        using (var kitchen = await wave.CallAsync("cocina"))
        {
            (await kitchen.StartAsync("comidas", Meal())).ShouldBeNull();
        }

        await using var coordinator = await wave.VisitAsync("coordinacion-general");
        await coordinator.OpenTaskAsync(Approve);
        await coordinator.PickAsync("decision", "devuelto");
        await coordinator.AnswerAsync("motivo", "Faltan las dietas especiales");
        await coordinator.PictureAsync("09-return");
        await coordinator.SendAsync();

        await using (var worker = await wave.VisitAsync("trabajo-social"))
        {
            await worker.OpenTaskAsync("Corregir: Faltan las dietas especiales");
            await worker.AnswerAsync("correccion", "Se agregaron doce dietas");
            await worker.SendAsync();
        }

        await coordinator.OpenTaskAsync(Approve);
        await Assertions.Expect(coordinator.Field("correccion").First).ToHaveValueAsync("Se agregaron doce dietas");
        await coordinator.PickAsync("decision", "aprobado");
        await coordinator.SendAsync();
    }

    private static JsonObject Meal() => new()
    {
        ["centro"] = "crea",
        ["fecha"] = "20/11/2025",
        ["tiempo"] = "comida",
        ["raciones"] = 120,
        ["racionesInfantiles"] = 30,
        ["menu"] = "Pollo con arroz",
        ["apoyo"] = "dif",
    };
}
