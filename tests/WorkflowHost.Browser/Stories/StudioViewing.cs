using System.Text.Json.Nodes;
using Microsoft.Playwright;
using WorkflowHost.Browser.Product;

namespace WorkflowHost.Browser.Stories;

/// <summary>Looking at processes and at what ran.</summary>
[Collection(ProductCollection.Name)]
public sealed class StudioViewing(Product.Product product)
{
    private const string Write = """{"id":"uno","name":"WriteLine1","type":"Elsa.WriteLine","version":1,"text":{"typeName":"String","expression":{"type":"Literal","value":"uno"}}}""";
    private const string WaitAnHour = """{"id":"dos","name":"Delay1","type":"Elsa.Delay","version":1,"timeSpan":{"typeName":"TimeSpan","expression":{"type":"Literal","value":"01:00:00"}}}""";
    private const string Fails = """{"id":"dos","name":"Fault1","type":"Elsa.Fault","version":1,"message":{"typeName":"String","expression":{"type":"Literal","value":"Se rompió a propósito"}}}""";
    private const string Another = """{"id":"tres","name":"SetName1","type":"Elsa.SetName","version":1,"value":{"typeName":"String","expression":{"type":"Literal","value":"tres"}}}""";

    [Fact]
    public async Task The_viewer_shows_the_version_that_ran_and_follows_it()
    {
        await using var designer = await product.VisitAsync("diseno", height: 900);
        var page = designer.Page;
        var api = new StudioApi(page);
        await page.GotoAsync("/studio/workflows/definitions");
        var first = await api.PublishAsync($"Versión que corrió {Guid.NewGuid():N}", Write, WaitAnHour);
        var id = first["definitionId"]!.GetValue<string>();
        var instance = (await api.PostAsync($"/workflow-definitions/{id}/execute", new JsonObject()))["workflowInstanceId"]!.GetValue<string>();
        first["root"]!["activities"]!.AsArray().Add(JsonNode.Parse(Another));
        (await api.PostAsync("/workflow-definitions", new JsonObject { ["model"] = first.DeepClone(), ["publish"] = true }))
            ["workflowDefinition"]!["version"]!.GetValue<int>().ShouldBe(2);

        var socket = page.WaitForWebSocketAsync();
        await page.GotoAsync($"/studio/workflows/instances/{instance}/view");
        await page.Locator(".x6-node").Nth(1).WaitForAsync();
        await Assertions.Expect(page.Locator(".x6-node")).ToHaveCountAsync(2);
        (await socket).Url.ShouldContain("/elsa/hubs/workflow-instance");
        await Assertions.Expect(page.GetByText("Suspended").First).ToBeVisibleAsync();

        // Somebody else cancels it: the open viewer hears of it without being asked.
        await using var other = await product.VisitAsync("administracion");
        await other.Page.GotoAsync("/studio/workflows/instances");
        await other.Page.EvaluateAsync("id => fetch(`/elsa/api/cancel/workflow-instances/${id}`, { method: 'POST' })", instance);
        await Assertions.Expect(page.GetByText("Cancelled").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_incident_is_shown_in_the_viewer()
    {
        await using var designer = await product.VisitAsync("diseno", height: 900);
        var page = designer.Page;
        var api = new StudioApi(page);
        await page.GotoAsync("/studio/workflows/definitions");
        var definition = await api.PublishAsync($"Incidente {Guid.NewGuid():N}", Write, Fails);
        var id = definition["definitionId"]!.GetValue<string>();
        var instance = (await api.PostAsync($"/workflow-definitions/{id}/execute", new JsonObject()))["workflowInstanceId"]!.GetValue<string>();

        await page.GotoAsync($"/studio/workflows/instances/{instance}/view");
        await page.Locator(".x6-node").Nth(1).WaitForAsync();
        await new StudioPage(page).OpenTabAsync("Incidents");
        await Assertions.Expect(page.GetByText("Se rompió a propósito").First).ToBeVisibleAsync();

        (await api.GetAsync($"/workflow-instances/{instance}"))["incidentCount"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task Opening_the_pages_of_Studio_writes_nothing()
    {
        await using var designer = await product.VisitAsync("diseno", height: 900);
        var page = designer.Page;
        var api = new StudioApi(page);
        await page.GotoAsync("/studio/workflows/definitions");
        var before = await api.GetAsync("/workflow-definitions?versionOptions=AllVersions");
        var writes = new List<string>();
        page.Request += (_, request) =>
        {
            if (request.Method != "GET" && !IsReading(request.Url))
            {
                writes.Add($"{request.Method} {request.Url}");
            }
        };

        foreach (var path in new[] { "definitions", "definitions/atencion-inmediata/edit", "definitions/referencia/edit", "instances" })
        {
            await page.GotoAsync($"/studio/workflows/{path}");
            await page.Locator(path.EndsWith("edit", StringComparison.Ordinal) ? ".x6-node" : "table").First
                .WaitForAsync(new() { State = WaitForSelectorState.Attached });
            await page.WaitForTimeoutAsync(3000);
        }

        writes.ShouldBeEmpty();
        var after = await api.GetAsync("/workflow-definitions?versionOptions=AllVersions");
        JsonNode.DeepEquals(before, after).ShouldBeTrue();
    }

    [Fact]
    public async Task A_publication_refused_from_the_list_is_told()
    {
        await using var designer = await product.VisitAsync("diseno", height: 900);
        var page = designer.Page;
        var api = new StudioApi(page);
        var name = $"No se puede {Guid.NewGuid():N}";
        await page.GotoAsync("/studio/workflows/definitions");
        var draft = new JsonObject
        {
            ["name"] = name,
            ["root"] = JsonNode.Parse("""
                {"id":"flujo","type":"Elsa.Flowchart","version":1,"name":"Flowchart1","activities":[
                  {"id":"t","name":"FormTask1","type":"WorkflowHost.FormTask","version":1,"form":{"typeName":"String","expression":{"type":"Literal","value":"no-existe"}}}]}
                """),
        };
        await api.PostAsync("/workflow-definitions", new JsonObject { ["model"] = draft, ["publish"] = false });
        await page.GotoAsync("/studio/workflows/definitions?search=" + Uri.EscapeDataString(name));
        await page.Locator("input[placeholder^=Search]").First.FillAsync(name);
        var row = page.Locator("tr").Filter(new() { HasText = name });
        await row.Locator("button").Last.ClickAsync();
        await page.Locator(".mud-popover-open").GetByText("Publish", new() { Exact = true }).ClickAsync();

        await Assertions.Expect(page.Locator("#studio-reason")).ToContainTextAsync("no-existe");
        await Assertions.Expect(page.Locator("#blazor-error-ui")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_session_that_ended_leads_to_signing_in_and_back()
    {
        await using var designer = await product.VisitAsync("diseno", height: 900);
        var page = designer.Page;
        await page.GotoAsync("/studio/workflows/definitions/comidas/edit");
        await page.Locator(".x6-node").First.WaitForAsync();
        await page.Context.ClearCookiesAsync();

        await new StudioPage(page).OpenTabAsync("Version history");

        await page.WaitForURLAsync(url => url.Contains("/sign-in", StringComparison.Ordinal));
        Uri.UnescapeDataString(page.Url).ShouldContain("returnUrl=/studio/workflows/definitions/comidas/edit");
    }

    // The lists and the journal are asked for with POST.
    private static bool IsReading(string url) =>
        url.EndsWith("/elsa/api/workflow-instances", StringComparison.Ordinal) || url.Contains("/journal", StringComparison.Ordinal)
        || url.EndsWith("/activity-executions/report", StringComparison.Ordinal) || url.Contains("/negotiate", StringComparison.Ordinal);
}
