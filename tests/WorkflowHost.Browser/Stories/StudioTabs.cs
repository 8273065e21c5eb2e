using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WorkflowHost.Browser.Product;

namespace WorkflowHost.Browser.Stories;

/// <summary>Two people or two tabs at one process, and a network that is slow or away: no save is lost and nothing is overwritten.</summary>
[Collection(ProductCollection.Name)]
public sealed class StudioTabs(Product.Product product)
{
    private const string Write = """{"id":"uno","name":"WriteLine1","type":"Elsa.WriteLine","version":1,"text":{"typeName":"String","expression":{"type":"Literal","value":"uno"}}}""";

    [Fact]
    public async Task The_second_tab_is_told_and_can_keep_its_own_as_a_copy()
    {
        await using var first = await product.VisitAsync("diseno", height: 900);
        await using var second = await product.VisitAsync("administracion", height: 900);
        var (mine, theirs) = (new StudioPage(first.Page), new StudioPage(second.Page));
        var api = new StudioApi(first.Page);
        var name = $"Dos pestañas {Guid.NewGuid():N}";
        await first.Page.GotoAsync("/studio/workflows/definitions");
        var id = (await api.PublishAsync(name, Write))["definitionId"]!.GetValue<string>();
        await mine.OpenAsync(id);
        await theirs.OpenAsync(id);

        await mine.DropAsync("Básicas", "Poner nombre");
        var refused = theirs.SavedAsync();
        await theirs.DragAsync("Tiempo", "Esperar");

        (await refused).ShouldBe(400);
        var notice = second.Page.Locator("#studio-stale");
        await Assertions.Expect(notice).ToContainTextAsync("diseno");
        (await NamesAsync(api, id)).ShouldBe(["SetName1", "WriteLine1"]);
        (await theirs.PublishAsync()).ShouldBe(400);
        (await NamesAsync(api, id)).ShouldBe(["SetName1", "WriteLine1"]);

        await notice.Locator("[data-do=copy]").ClickAsync();
        await second.Page.WaitForURLAsync(url => url.EndsWith("/edit", StringComparison.Ordinal) && !url.Contains(id, StringComparison.Ordinal));
        await theirs.ReadyAsync();
        await Assertions.Expect(theirs.NodeLike("Delay\\d")).ToBeVisibleAsync();
        await Assertions.Expect(second.Page.GetByText($"{name} (copia)").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_slow_network_loses_no_save_and_brings_back_no_older_one()
    {
        await using var designer = await product.VisitAsync("diseno", height: 900);
        var studio = new StudioPage(designer.Page);
        var api = new StudioApi(designer.Page);
        await designer.Page.GotoAsync("/studio/workflows/definitions");
        var id = (await api.PublishAsync($"Red lenta {Guid.NewGuid():N}", Write))["definitionId"]!.GetValue<string>();
        await studio.OpenAsync(id);
        await studio.SelectAsync("WriteLine1");
        var box = studio.Control("Texto").Locator("input,textarea").First;
        await box.WaitForAsync();

        // The first save takes long, the second does not arrive, the third is the one that counts.
        var sends = 0;
        await designer.Page.RouteAsync(new Regex("/elsa/api/workflow-definitions$"), async route =>
        {
            var number = Interlocked.Increment(ref sends);
            if (number == 2)
            {
                await route.AbortAsync();
                return;
            }

            if (number == 1)
            {
                await Task.Delay(4000);
            }

            await route.ContinueAsync();
        });
        var last = studio.SavedAsync("tercero");
        foreach (var text in new[] { "primero", "segundo", "tercero" })
        {
            await box.FillAsync(text);
            await box.PressAsync("Tab");
            await designer.Page.WaitForTimeoutAsync(1200);
        }

        (await last).ShouldBe(200);
        await Assertions.Expect(designer.Page.Locator("#studio-offline")).ToBeHiddenAsync();
        var stored = await api.LatestAsync(id);
        stored["root"]!["activities"]![0]!["text"]!["expression"]!["value"]!.GetValue<string>().ShouldBe("tercero");
        stored["version"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task What_runs_is_what_the_canvas_shows()
    {
        await using var designer = await product.VisitAsync("diseno", height: 900);
        var studio = new StudioPage(designer.Page);
        var api = new StudioApi(designer.Page);
        await designer.Page.GotoAsync("/studio/workflows/definitions");
        var id = (await api.PublishAsync($"Correr {Guid.NewGuid():N}", Write))["definitionId"]!.GetValue<string>();
        await studio.OpenAsync(id);
        await studio.SelectAsync("WriteLine1");
        var box = studio.Control("Texto").Locator("input,textarea").First;
        await box.FillAsync("recién escrito");
        await box.PressAsync("Tab");

        await studio.RunAsync();

        var instance = new Uri(designer.Page.Url).Segments[^2].TrimEnd('/');
        var records = await api.GetAsync($"/activity-executions/list?WorkflowInstanceId={instance}&ActivityNodeId=Workflow1:flujo:uno");
        records["items"]![0]!["activityState"]!["Text"]!.GetValue<string>().ShouldBe("recién escrito");
    }

    private static async Task<IEnumerable<string>> NamesAsync(StudioApi api, string id) =>
        (await api.LatestAsync(id))["root"]!["activities"]!.AsArray().Select(a => a!["name"]!.GetValue<string>()).Order();
}
