using System.Net;
using System.Text.RegularExpressions;

namespace WorkflowHost.Tests.Pages;

/// <summary>Deadlines of the plan, changed as their page does it.</summary>
[Collection(PortalCollection.Name)]
public sealed partial class DeadlinePagesTests(PortalHost host)
{
    private const string List = "/designer/plan/deadlines";
    private const string Rule = List + "/valoracion-medica";

    [Fact]
    public async Task A_rule_is_kept_in_the_draft_in_words_and_read_back_in_words()
    {
        var designer = await host.SignInAsync("diseno");
        try
        {
            var saved = await SaveAsync(designer, Rule, await BaseAsync(designer), ("Due", "1 h 30 min"));

            saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            (await TextAsync(designer, List)).ShouldContain(
                "Si «Valoración médica» no se hace en 1 h 30 min: recordar 20 min antes; 2 h después de vencer la ve también Medicina");
        }
        finally
        {
            await DropAsync(designer);
        }
    }

    [Fact]
    public async Task A_mistake_comes_back_beside_what_was_typed_and_is_not_published()
    {
        var designer = await host.SignInAsync("diseno");
        try
        {
            await SaveAsync(designer, Rule, await BaseAsync(designer), ("Due", "un rato"), ("Escalate[0].Role", "direccion"));

            var page = await TextAsync(designer, Rule);
            page.ShouldContain("value=\"un rato\"");
            page.ShouldContain("«un rato» no es un tiempo");
            page.ShouldContain("El rol «direccion» no hace tareas.");
            (await designer.PostFormAsync("/designer/plan", "/designer/plan/publish", ("basedOn", await BaseAsync(designer))))
                .StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }
        finally
        {
            await DropAsync(designer);
        }
    }

    [Fact]
    public async Task A_role_that_may_not_read_the_form_is_named()
    {
        var designer = await host.SignInAsync("diseno");
        try
        {
            await SaveAsync(designer, Rule, await BaseAsync(designer), ("Due", "4 h"), ("Escalate[0].Role", "coordinacion-general"));

            (await TextAsync(designer, Rule)).ShouldContain("El rol «coordinacion-general» no puede leer «medical»");
        }
        finally
        {
            await DropAsync(designer);
        }
    }

    [Fact]
    public async Task Whoever_saves_on_an_older_plan_loses_nothing()
    {
        var designer = await host.SignInAsync("diseno");
        try
        {
            var old = await BaseAsync(designer);
            await SaveAsync(designer, Rule, old, ("Due", "5 h"));

            var late = await SaveAsync(designer, Rule, old, ("Due", "7 h"));

            late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            var page = WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync());
            page.ShouldContain("value=\"7 h\"");
            page.ShouldContain("Lo que usted escribió sigue aquí");
            (await TextAsync(designer, List)).ShouldContain("no se hace en 5 h");
        }
        finally
        {
            await DropAsync(designer);
        }
    }

    [Fact]
    public async Task Rules_are_added_moved_and_removed()
    {
        var designer = await host.SignInAsync("diseno");
        try
        {
            await SaveAsync(designer, List, await BaseAsync(designer, List + "/new"), ("Form", "hospedaje-entrega"), ("Due", "2 d"));
            await designer.PostFormAsync(List, List + "/hospedaje-entrega/move", ("by", "-9"), ("basedOn", await BaseAsync(designer)));
            var first = await TextAsync(designer, List);
            await designer.PostFormAsync(List, List + "/hospedaje-entrega/remove", ("basedOn", await BaseAsync(designer)));

            first.IndexOf("hospedaje-entrega", StringComparison.Ordinal).ShouldBeLessThan(first.IndexOf("valoracion-medica", StringComparison.Ordinal));
            first.ShouldContain("recordar 20 min antes");
            (await TextAsync(designer, List)).ShouldNotContain("hospedaje-entrega");
        }
        finally
        {
            await DropAsync(designer);
        }
    }

    private static Task<HttpResponseMessage> SaveAsync(HttpClient client, string address, string basedOn, params (string Name, string Value)[] fields) =>
        client.PostFormAsync(List, address,
        [
            ("BasedOn", basedOn),
            .. new[]
            {
                ("Form", "valoracion-medica"), ("Remind[0].Time", "20 min"), ("Escalate[0].After", "2 h"), ("Escalate[0].Role", "medicina"),
            }.Where(field => fields.All(given => given.Name != field.Item1)),
            .. fields,
        ]);

    private static async Task<string> TextAsync(HttpClient client, string address) => WebUtility.HtmlDecode(await client.GetStringAsync(address));

    private static async Task<string> BaseAsync(HttpClient client, string page = Rule) =>
        Base().Match(await client.GetStringAsync(page)).Groups[1].Value;

    private static async Task DropAsync(HttpClient client) =>
        await client.PostFormAsync("/designer/plan", "/designer/plan/drop", ("basedOn", await BaseAsync(client)));

    [GeneratedRegex("name=\"BasedOn\" value=\"([^\"]+)\"")]
    private static partial Regex Base();
}
