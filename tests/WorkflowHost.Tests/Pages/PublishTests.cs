using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;

namespace WorkflowHost.Tests.Pages;

/// <summary>The common page: what is drafted, in sentences; together or not at all; the record; the way back.</summary>
[Collection(PortalCollection.Name)]
public sealed partial class PublishTests(PortalHost host)
{
    private const string Page = "/designer/publish";

    [Fact]
    public async Task Whoever_designs_anything_enters_and_nobody_else()
    {
        var plan = host.Services.GetRequiredService<PublishedContent>().Plan;
        string[] design = [Permissions.DesignForms, Permissions.DesignWorkflows, Permissions.DesignPlan];
        foreach (var role in plan.Roles)
        {
            var client = await host.SignInAsync(role.Key);
            var expected = role.Permissions.Overlaps(design) ? HttpStatusCode.OK : HttpStatusCode.Forbidden;

            (await client.GetAsync(Page)).StatusCode.ShouldBe(expected, role.Key);
            (await client.GetAsync("/designer/publications")).StatusCode.ShouldBe(expected, role.Key);
        }
    }

    [Fact]
    public async Task A_draft_is_told_in_sentences_published_recorded_and_taken_back()
    {
        var client = await host.SignInAsync("diseno");
        await DraftAsync(client, "campana-resultado", form => form["title"] = "Plazas para la feria");

        var page = await client.GetStringAsync(Page);
        var answer = await PostAsync(client, Page, page, ["forms/campana-resultado.json"], ("Note", "La feria del sábado"));

        WebUtility.HtmlDecode(page).ShouldContain("el título cambió de «");
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        var record = answer.Headers.Location.ShouldNotBeNull().ToString().Split('?')[0];
        var told = WebUtility.HtmlDecode(await client.GetStringAsync(record));
        told.ShouldContain("La feria del sábado");
        told.ShouldContain("diseno@demo.local");
        told.ShouldContain("«Plazas para la feria»");
        Title("campana-resultado").ShouldBe("Plazas para la feria");
        WebUtility.HtmlDecode(await client.GetStringAsync("/designer/publications")).ShouldContain("La feria del sábado");

        var back = await client.GetStringAsync($"{record}/return");
        var done = await PostAsync(client, $"{record}/return", back, ["forms/campana-resultado.json"], ("Note", "Se canceló"));

        done.StatusCode.ShouldBe(HttpStatusCode.Found);
        Title("campana-resultado").ShouldNotBe("Plazas para la feria");
        WebUtility.HtmlDecode(await client.GetStringAsync(record)).ShouldContain("Se deshizo con la publicación");
    }

    [Fact]
    public async Task What_was_published_since_is_shown_and_left_alone_when_taking_back()
    {
        var client = await host.SignInAsync("diseno");
        var records = new List<string>();
        foreach (var title in new[] { "Seguimiento uno", "Seguimiento dos" })
        {
            await DraftAsync(client, "vivienda-seguimiento", form => form["title"] = title);
            var done = await PostAsync(client, Page, await client.GetStringAsync(Page), ["forms/vivienda-seguimiento.json"]);
            records.Add(done.Headers.Location.ShouldNotBeNull().ToString().Split('?')[0]);
        }

        var page = await client.GetStringAsync($"{records[0]}/return");
        var nothing = await PostAsync(client, $"{records[0]}/return", page, []);
        var all = await PostAsync(client, $"{records[0]}/return", page, ["forms/vivienda-seguimiento.json"]);

        WebUtility.HtmlDecode(page).ShouldContain("Se publicó de nuevo después.");
        page.ShouldNotContain("checked");
        nothing.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        all.StatusCode.ShouldBe(HttpStatusCode.Found);
        Title("vivienda-seguimiento").ShouldNotStartWith("Seguimiento ");
    }

    [Fact]
    public async Task A_mistake_is_named_with_a_link_to_the_field_and_nothing_is_published()
    {
        var client = await host.SignInAsync("diseno");
        await DraftAsync(client, "donativos", form => form["components"]!.AsArray().Insert(0, new JsonObject
        {
            ["type"] = "textfield", ["key"] = "malaRegla", ["label"] = "Mala regla", ["input"] = true, ["customConditional"] = "show = (",
        }));
        await DraftAsync(client, "campanas", form => form["title"] = "Campañas de invierno");
        var page = await client.GetStringAsync(Page);

        var answer = await PostAsync(client, Page, page, ["forms/donativos.json", "forms/campanas.json"]);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        text.ShouldContain("No se publicó nada.");
        text.ShouldContain("href=\"/designer/forms/donativos?component=malaRegla\"");
        Title("campanas").ShouldNotBe("Campañas de invierno");
    }

    [Fact]
    public async Task What_somebody_else_changed_since_is_told_and_not_published()
    {
        var client = await host.SignInAsync("diseno");
        await DraftAsync(client, "aviso-aliado", form => form["title"] = "Aviso, una");
        var page = await client.GetStringAsync(Page);
        await DraftAsync(client, "aviso-aliado", form => form["title"] = "Aviso, otra");

        var answer = await PostAsync(client, Page, page, ["forms/aviso-aliado.json"]);

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).ShouldContain("alguien cambió entretanto");
        Title("aviso-aliado").ShouldNotStartWith("Aviso,");
    }

    [Fact]
    public async Task A_form_published_from_its_own_page_is_in_the_record_too()
    {
        var client = await host.SignInAsync("diseno");
        var form = await FormAsync(client, "revision-duplicados");
        form["title"] = "Duplicados en Mexicali";
        var answer = await client.SendJsonAsync(
            HttpMethod.Post, "/designer/forms/revision-duplicados", "/api/designer/forms/revision-duplicados/publish", new { form, @base = await BaseAsync(client, "revision-duplicados") });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);

        WebUtility.HtmlDecode(await client.GetStringAsync("/designer/publications")).ShouldContain("Duplicados en Mexicali");
    }

    [Fact]
    public async Task Publishing_nothing_asks_for_a_choice()
    {
        var client = await host.SignInAsync("diseno");
        await DraftAsync(client, "referencia", form => form["title"] = "Referencia nueva");

        var answer = await PostAsync(client, Page, await client.GetStringAsync(Page), []);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).ShouldContain("Elija al menos un cambio.");
    }

    private string Title(string form) => host.Services.GetRequiredService<PublishedContent>().Current.FindForm(form).ShouldNotBeNull().Title;

    private static async Task DraftAsync(HttpClient client, string key, Action<JsonObject> change)
    {
        var form = await FormAsync(client, key);
        change(form);
        var answer = await client.SendJsonAsync(
            HttpMethod.Put, $"/designer/forms/{key}", $"/api/designer/forms/{key}/draft", new { form, @base = await BaseAsync(client, key) });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<JsonObject> FormAsync(HttpClient client, string key) =>
        (JsonObject)JsonNode.Parse(WebUtility.HtmlDecode(FormJson().Match(await client.GetStringAsync($"/designer/forms/{key}")).Groups[1].Value))!;

    private static async Task<string> BaseAsync(HttpClient client, string key) =>
        Base().Match(await client.GetStringAsync($"/designer/forms/{key}")).Groups[1].Value;

    // As a browser would: what was shown goes back with what was chosen.
    private static Task<HttpResponseMessage> PostAsync(
        HttpClient client, string address, string page, string[] paths, params (string Name, string Value)[] more) =>
        client.PostAsync(address, new FormUrlEncodedContent(
        [
            .. Seen().Matches(page).Select(match => KeyValuePair.Create(WebUtility.HtmlDecode(match.Groups[1].Value), WebUtility.HtmlDecode(match.Groups[2].Value))),
            .. paths.Select(path => KeyValuePair.Create("paths", path)),
            .. more.Select(field => KeyValuePair.Create(field.Name, field.Value)),
            KeyValuePair.Create("__RequestVerificationToken", PortalHost.TokenIn(page)),
        ]));

    [GeneratedRegex("id=\"form-json\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex FormJson();

    [GeneratedRegex("data-base=\"([^\"]+)\"")]
    private static partial Regex Base();

    [GeneratedRegex("name=\"(Seen\\[[^\"]+\\])\" value=\"([^\"]*)\"")]
    private static partial Regex Seen();
}
