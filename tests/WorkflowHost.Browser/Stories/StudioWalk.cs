using System.Text.Json.Nodes;
using Microsoft.Playwright;
using WorkflowHost.Browser.Product;

namespace WorkflowHost.Browser.Stories;

/// <summary>A process made by hand in Studio, of ten activities and every kind of input editor: all of it is found where it was left.</summary>
[Collection(ProductCollection.Name)]
public sealed class StudioWalk(Product.Product product)
{
    private const int Activities = 10;

    [Fact]
    public async Task Everything_is_found_where_it_was_left()
    {
        await using var designer = await product.VisitAsync("diseno", width: 1800, height: 1500);
        var studio = new StudioPage(designer.Page);
        var inputs = new StudioInputs(studio);
        var api = new StudioApi(designer.Page);
        var id = await studio.CreateAsync($"Recorrido {Guid.NewGuid():N}");

        await studio.OpenTabAsync("Variables");
        await inputs.AddByDialogAsync("Add variable", ("Name", "Cuenta"), ("Default value", "7"));
        await studio.OpenTabAsync("Input/Output");
        await inputs.AddByDialogAsync("Add input", ("Name", "Familia"), ("Display name", "La familia"));
        await DropAllAsync(studio);
        await SetAllAsync(studio, inputs);
        await ConnectAllAsync(studio);
        var left = await api.LatestAsync(id);
        var places = await PlacesAsync(studio);

        await designer.Page.ReloadAsync();
        await studio.ReadyAsync(Activities);

        var found = await api.LatestAsync(id);
        JsonNode.DeepEquals(left, found).ShouldBeTrue("opening changed what is stored");
        (await PlacesAsync(studio)).ShouldBe(places);
        await ShownAsync(studio);
        Expected(found);
        await studio.OpenTabAsync("Variables");
        await Assertions.Expect(designer.Page.GetByRole(AriaRole.Cell, new() { Name = "Cuenta" })).ToBeVisibleAsync();
        await studio.OpenTabAsync("Input/Output");
        await Assertions.Expect(designer.Page.GetByRole(AriaRole.Cell, new() { Name = "Familia", Exact = true })).ToBeVisibleAsync();
        await studio.OpenTabAsync("Code view");
        await Assertions.Expect(designer.Page.Locator(".monaco-editor:visible").First).ToContainTextAsync("\"DefinitionId\"");

        await designer.Page.ReloadAsync();
        await studio.ReadyAsync(Activities);
        (await studio.PublishAsync()).ShouldBe(200);
        await studio.RunAsync();
        await designer.Page.Locator("elsa-workflow-instance-viewer .x6-node").Nth(Activities - 1).WaitForAsync();
        var instance = await api.GetAsync($"/workflow-instances/{new Uri(designer.Page.Url).Segments[^2].TrimEnd('/')}");
        instance["subStatus"]!.GetValue<string>().ShouldBe("Suspended");
        await Assertions.Expect(designer.Page.GetByText("Escribir línea").First).ToBeVisibleAsync();
    }

    private static async Task DropAllAsync(StudioPage studio)
    {
        foreach (var (category, activity, x, y) in new[]
        {
            ("Consola", "Escribir línea", 40, 60), ("Básicas", "Asignar variable", 360, 60), ("Decisiones", "Bifurcación (flujo)", 690, 60),
            ("Programación", "Ejecutar JavaScript", 40, 220), ("Básicas", "Pedir tarea", 360, 220), ("Composición", "Iniciar otro flujo", 690, 220),
            ("Decisiones", "Opciones (flujo)", 40, 380), ("Repetición", "Contador", 400, 380),
            ("HTTP", "Solicitud HTTP", 40, 560), ("HTTP", "Respuesta HTTP", 660, 560),
        })
        {
            await studio.DropAsync(category, activity, new TargetPosition { X = x, Y = y });
        }

        await Assertions.Expect(studio.Nodes).ToHaveCountAsync(Activities);
    }

    private static async Task SetAllAsync(StudioPage studio, StudioInputs inputs)
    {
        await studio.SelectAsync("WriteLine1");
        await studio.SetAsync("Texto", "Hola, familia");
        await studio.SelectAsync("SetVariable1");
        await studio.PickAsync("Variable", "Cuenta");
        await studio.SetAsync("Valor", "8");
        await studio.SelectAsync("FlowFork1");
        await inputs.AddWordsAsync("Ramas", "Norte", "Sur");
        await studio.SelectAsync("RunJavaScript1");
        await inputs.WriteCodeAsync("return 1 + 1;");
        await studio.SelectAsync("RunTask1");
        await studio.SetAsync("Nombre de la tarea", "Aprobar");
        await inputs.AddRowAsync("Add entry", ("Key", "orden"), ("Value", "17"));
        await studio.SelectAsync("DispatchWorkflow1");
        await studio.PickAsync("Flujo", "Comidas del centro");
        await studio.SelectAsync("FlowSwitch1");
        await inputs.AddRowAsync("Add case", ("Label", "Grande"), ("Condition", "getVariable('Cuenta') > 5"));
        await studio.PickAsync("Modo", "MatchAny");
        await studio.SelectAsync("For1");
        await inputs.TickAsync("Incluir el final");
        await studio.SelectAsync("SendHttpRequest1");
        await inputs.AddWordsAsync("Estados esperados", "201");
        await studio.SetAsync("Dirección", "/aviso");
        await studio.SelectAsync("WriteHttpResponse1");
        await inputs.WriteCodeAsync("\"X-Prueba\"");
    }

    private static async Task ConnectAllAsync(StudioPage studio)
    {
        foreach (var (from, port, to) in new[]
        {
            ("WriteLine1", "Done", "SetVariable1"), ("SetVariable1", "Done", "FlowFork1"), ("FlowFork1", "Norte", "RunJavaScript1"),
            ("RunJavaScript1", "Done", "RunTask1"), ("RunTask1", "Done", "DispatchWorkflow1"), ("FlowFork1", "Sur", "FlowSwitch1"),
            ("FlowSwitch1", "Default", "For1"), ("DispatchWorkflow1", "Done", "SendHttpRequest1"), ("SendHttpRequest1", "Done", "WriteHttpResponse1"),
        })
        {
            await studio.ConnectAsync(studio.Node(from), studio.Node(to), port);
        }
    }

    private static void Expected(JsonObject definition)
    {
        var root = definition["root"]!;
        root["activities"]!.AsArray().Count.ShouldBe(Activities);
        root["connections"]!.AsArray().Count.ShouldBe(9);
        definition["variables"]!.AsArray().ShouldHaveSingleItem()!["value"]!.GetValue<string>().ShouldBe("7");
        definition["inputs"]!.AsArray().ShouldHaveSingleItem()!["displayName"]!.GetValue<string>().ShouldBe("La familia");
        var steps = root["activities"]!.AsArray().ToDictionary(a => a!["name"]!.GetValue<string>(), a => a!);
        Value(steps["WriteLine1"]["text"]).ShouldBe("Hola, familia");
        steps["SetVariable1"]["variable"]!["name"]!.GetValue<string>().ShouldBe("Cuenta");
        Value(steps["FlowFork1"]["branches"]).ShouldBe("""["Norte","Sur"]""");
        Value(steps["RunJavaScript1"]["script"]).ShouldBe("return 1 + 1;");
        Value(steps["RunTask1"]["payload"]).ShouldContain("orden");
        Value(steps["DispatchWorkflow1"]["workflowDefinitionId"]).ShouldBe("comidas");
        steps["FlowSwitch1"]["cases"]![0]!["label"]!.GetValue<string>().ShouldBe("Grande");
        Value(steps["FlowSwitch1"]["mode"]).ShouldBe("MatchAny");
        Value(steps["For1"]["outerBoundInclusive"]).ShouldBe("False");
        steps["SendHttpRequest1"]["expectedStatusCodes"]![0]!["statusCode"]!.GetValue<int>().ShouldBe(201);
        Value(steps["WriteHttpResponse1"]["responseHeaders"]).ShouldBe("\"X-Prueba\"");
    }

    private static string Value(JsonNode? input) => input!["expression"]!["value"]!.GetValue<string>();

    // What the panel says of it after loading anew.
    private static async Task ShownAsync(StudioPage studio)
    {
        await studio.SelectAsync("WriteLine1");
        await Assertions.Expect(studio.Control("Texto").Locator("input,textarea").First).ToHaveValueAsync("Hola, familia");
        await studio.SelectAsync("FlowFork1");
        await Assertions.Expect(studio.Control("Ramas")).ToContainTextAsync("Sur");
        await studio.SelectAsync("FlowSwitch1");
        await Assertions.Expect(studio.Page.Locator("td[data-label=\"Label\"]").First).ToContainTextAsync("Grande");
        await studio.SelectAsync("DispatchWorkflow1");
        await Assertions.Expect(studio.Control("Flujo")).ToContainTextAsync("Comidas del centro");
    }

    // Relative to the first: the canvas as a whole is moved into view.
    private static async Task<List<(string Name, int X, int Y)>> PlacesAsync(StudioPage studio)
    {
        var places = new List<(string, int, int)>();
        var first = await studio.Node("WriteLine1").BoundingBoxAsync();
        foreach (var name in new[] { "SetVariable1", "FlowFork1", "RunTask1", "For1", "SendHttpRequest1", "WriteHttpResponse1" })
        {
            var box = await studio.Node(name).BoundingBoxAsync();
            places.Add((name, (int)Math.Round(box!.X - first!.X), (int)Math.Round(box.Y - first.Y)));
        }

        return places;
    }
}
