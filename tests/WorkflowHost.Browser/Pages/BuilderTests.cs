using System.Text.Json.Nodes;
using Microsoft.Playwright;
using WorkflowHost.Browser.Product;

namespace WorkflowHost.Browser.Pages;

/// <summary>The form builder: every part it offers works, by keyboard too, and what is typed wrongly is said and sent.</summary>
[Collection(ProductCollection.Name)]
public sealed class BuilderTests(Product.Product product)
{
    // One of each offered part, with the least a part needs to be asked.
    private const string OneOfEach = """
        () => {
          const components = [];
          for (const group of Object.values(document.getElementById('builder').builder.instance.groups)) {
            for (const part of Object.values(group.components)) {
              const component = structuredClone(part.schema);
              component.key = `${group.key.replace(/\W/g, '')}_${components.length}`;
              if (['select', 'radio', 'selectboxes'].includes(component.type)) {
                const values = [{ value: 'a', label: 'A' }, { value: 'b', label: 'B' }];
                if (component.type === 'select') component.data = { ...component.data, values };
                else component.values = values;
              }
              if (['datagrid', 'editgrid'].includes(component.type)) component.validate = { ...component.validate, maxLength: 9 };
              if (component.type !== 'button') components.push(component);
            }
          }
          components.push({ type: 'button', action: 'submit', key: 'submit', label: 'Enviar', input: true });
          return { title: 'Una de cada', display: 'form', properties: { sensitivity: 'personal' }, components };
        }
        """;

    // The status of the server's answer to the sheet as it stands; 400 names what is missing, anything else is a fault.
    private const string Judged = """
        async () => {
          const { dataset, form } = document.getElementById('sheet');
          const answer = await fetch(dataset.trial, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', [dataset.csrfHeader]: dataset.csrf },
            body: JSON.stringify({ data: form.submission.data, language: 'es' }),
          });
          return answer.status;
        }
        """;

    [Fact]
    public async Task Every_part_the_builder_offers_is_drawn_on_a_page_and_judged_by_the_server()
    {
        await using var designer = await product.VisitAsync("diseno", height: 900);
        var page = designer.Page;
        await CreateAsync(page, "una-de-cada", "Una de cada");
        var form = JsonNode.Parse(await page.EvaluateAsync<string>($"() => JSON.stringify(({OneOfEach})())")).ShouldBeOfType<JsonObject>();
        var types = form["components"]!.AsArray().Select(component => component!["type"]!.ToString()).Distinct().ToList();
        await SaveAsync(page, form);

        await page.GotoAsync("/designer/forms/una-de-cada/preview");
        await page.Locator("#sheet[data-ready=true]").WaitForAsync();

        types.Count.ShouldBeGreaterThan(25);
        foreach (var type in types.Where(type => type is not "hidden"))
            (await page.Locator($".formio-component-{type}").CountAsync()).ShouldBeGreaterThan(0, type);
        (await page.Locator(".formio-component-unknown").CountAsync()).ShouldBe(0);
        (await page.EvaluateAsync<int>(Judged)).ShouldBeOneOf(200, 400);
    }

    [Fact]
    public async Task A_part_is_added_and_moved_with_the_keyboard()
    {
        await using var designer = await product.VisitAsync("diseno", height: 900);
        var page = designer.Page;
        await CreateAsync(page, "con-teclado", "Con teclado");

        await page.GetByRole(AriaRole.Button, new() { Name = "Documentos", Exact = true }).PressAsync("Enter");
        await page.Locator(".formcomponent[data-key=preset-rfc]").PressAsync("Enter");
        await page.Locator(".formio-dialog [ref=saveButton]").ClickAsync();
        await page.Locator(".formcomponent[data-key=preset-curp]").PressAsync("Enter");
        await page.Locator(".formio-dialog [ref=saveButton]").ClickAsync();
        await Assertions.Expect(page.Locator(".formarea .formio-component-curp")).ToBeVisibleAsync();
        await page.Locator(".formarea .builder-component[data-name=CURP] > .component-btn-group [data-do=up]").PressAsync("Enter");

        await Assertions.Expect(page.Locator(".formarea .builder-component[data-name]").First).ToHaveAttributeAsync("data-name", "CURP");
    }

    [Fact]
    public async Task A_code_that_cannot_be_right_is_said_beside_the_field_and_accepted()
    {
        await using var designer = await product.VisitAsync("diseno", height: 900);
        var page = designer.Page;
        await CreateAsync(page, "con-curp", "Con CURP");
        await page.GetByRole(AriaRole.Button, new() { Name = "Documentos", Exact = true }).ClickAsync();
        await page.Locator(".formcomponent[data-key=preset-curp]").ClickAsync();
        await page.Locator(".formio-dialog [ref=saveButton]").ClickAsync();
        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page.Locator("#say")).ToContainTextAsync("Borrador guardado");

        await page.GotoAsync("/designer/forms/con-curp/preview");
        await designer.AnswerAsync("curp", "BOXW310820HNERXN08");
        await Assertions.Expect(page.Locator(".field-warning")).ToContainTextAsync("no concuerda");
        await page.Locator("#sheet-form button[type=submit]").ClickAsync();

        await Assertions.Expect(page.Locator("#sheet-say")).ToContainTextAsync("aceptaría");
        await Assertions.Expect(page.Locator(".field-warning")).ToContainTextAsync("no concuerda");
    }

    [Theory]
    [InlineData(1366)]
    [InlineData(360)]
    public async Task The_builder_has_no_serious_violation_and_no_sideways_scroll(int width)
    {
        await using var designer = await product.VisitAsync("diseno", width: width, height: 800);
        var page = designer.Page;
        await page.GotoAsync("/designer/forms/registro");
        await page.Locator("#builder[data-ready=true]").WaitForAsync();
        await page.WaitForTimeoutAsync(1000);

        var axe = Path.Combine(Repository.Root, "tests", "WorkflowHost.Browser", "node_modules", "axe-core", "axe.min.js");
        await page.EvaluateAsync(await File.ReadAllTextAsync(axe));
        var found = await page.EvaluateAsync<string[]>(
            "axe.run().then(r => r.violations.filter(v => v.impact === 'serious' || v.impact === 'critical').map(v => v.id + ' ' + v.nodes[0].html))");

        found.ShouldBeEmpty();
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0);
    }

    private static async Task CreateAsync(IPage page, string key, string title)
    {
        await page.GotoAsync("/designer/forms");
        await page.FillAsync("#title", title);
        await page.FillAsync("#key", key);
        await page.Locator("form[action='/designer/forms'] button.btn-primary").ClickAsync();
        await page.Locator("#builder[data-ready=true]").WaitForAsync();
    }

    private static Task SaveAsync(IPage page, JsonObject form) => page.EvaluateAsync(
        """
        async form => {
          const told = document.getElementById('builder').dataset;
          const answer = await fetch(`/api/designer/forms/${told.key}/draft`, {
            method: 'PUT',
            headers: { 'Content-Type': 'application/json', [told.csrfHeader]: told.csrf },
            body: JSON.stringify({ form: JSON.parse(form), base: told.base }),
          });
          if (!answer.ok) throw new Error(await answer.text());
        }
        """,
        form.ToJsonString());
}
