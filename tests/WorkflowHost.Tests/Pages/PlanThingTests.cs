using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using WorkflowHost.Content;

namespace WorkflowHost.Tests.Pages;

/// <summary>Roles, kinds of cases, partners and catalogs on screens: entered, kept with their mistakes, told where they are used.</summary>
public sealed partial class PlanThingTests : IDisposable
{
    private readonly PortalHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_partner_is_added_to_the_draft_and_nothing_else_changes()
    {
        var designer = await _host.SignInAsync("diseno");
        var before = (await OpenAsync()).Json;

        var answer = await SendAsync(designer, "/designer/plan/partners/new", "/designer/plan/partners/new",
            ("key", "cruz-roja"), ("title.es", "Cruz Roja"), ("kind", "civil"), ("services", "ambulancia\nprimeros auxilios"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        var after = (await OpenAsync()).Json;
        var partner = after["partners"]!.AsArray()[^1]!.AsObject();
        partner.ToJsonString().ShouldBe("""{"key":"cruz-roja","title":{"es":"Cruz Roja"},"kind":"civil","services":["ambulancia","primeros auxilios"]}""");
        after["partners"]!.AsArray().Remove(partner);
        JsonNode.DeepEquals(before, after).ShouldBeTrue();
    }

    [Fact]
    public async Task Saving_a_role_as_it_is_changes_nothing()
    {
        var designer = await _host.SignInAsync("diseno");
        var before = (await OpenAsync()).Json;

        await SendAsync(designer, "/designer/plan/roles/cocina", "/designer/plan/roles/cocina",
            ("title.es", "Cocina"), ("title.en", "Kitchen"), ("permissions", "tasks.work"), ("permissions", "forms.start"), ("sensitivity", "general"));

        JsonNode.DeepEquals(before, (await OpenAsync()).Json).ShouldBeTrue();
    }

    [Fact]
    public async Task Members_that_no_page_knows_are_kept()
    {
        var designer = await _host.SignInAsync("diseno");
        await DraftAsync(plan => plan["partners"]![0]!["folder"] = "A-7");

        await SendAsync(designer, "/designer/plan/partners/acnur", "/designer/plan/partners/acnur", ("title.es", "ACNUR México"));

        var partner = (await OpenAsync()).Find("partners", "acnur")!.Value.Entry;
        partner["folder"]!.ToString().ShouldBe("A-7");
        partner["title"]!["es"]!.ToString().ShouldBe("ACNUR México");
    }

    [Fact]
    public async Task A_mistake_is_kept_in_the_draft_and_shown_beside_its_field()
    {
        var designer = await _host.SignInAsync("diseno");

        await SendAsync(designer, "/designer/plan/partners/oim", "/designer/plan/partners/oim", ("title.es", "OIM"), ("source", "nadie"));

        var page = WebUtility.HtmlDecode(await designer.GetStringAsync("/designer/plan/partners/oim"));
        page.ShouldContain("No existe el origen de webhooks «nadie».");
    }

    [Fact]
    public async Task A_stale_edit_is_told_and_what_was_entered_is_still_there()
    {
        var designer = await _host.SignInAsync("diseno");
        var (token, old) = await FormOfAsync(designer, "/designer/plan/partners/oim");
        await DraftAsync(plan => plan["title"] = "De otra persona");

        var answer = await designer.PostAsync("/designer/plan/partners/oim", Form(
            [("__RequestVerificationToken", token), ("basedOn", old), ("title.es", "OIM nueva")]));

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("OIM nueva");
        (await OpenAsync()).Json["title"]!.ToString().ShouldBe("De otra persona");
    }

    [Fact]
    public async Task What_is_used_says_where_and_is_not_deleted()
    {
        var designer = await _host.SignInAsync("diseno");
        var page = WebUtility.HtmlDecode(await designer.GetStringAsync("/designer/plan/partners/inea"));

        var answer = await SendAsync(designer, "/designer/plan/partners/inea", "/designer/plan/partners/inea/delete");

        page.ShouldContain("/studio/workflows/definitions/revalidacion-inea/edit");
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await OpenAsync()).Find("partners", "inea").ShouldNotBeNull();
    }

    [Fact]
    public async Task What_nobody_uses_is_deleted()
    {
        var designer = await _host.SignInAsync("diseno");

        var answer = await SendAsync(designer, "/designer/plan/partners/onu", "/designer/plan/partners/onu/delete");

        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await OpenAsync()).Find("partners", "onu").ShouldBeNull();
    }

    [Fact]
    public async Task A_key_that_is_taken_or_malformed_is_refused_and_nothing_is_lost()
    {
        var designer = await _host.SignInAsync("diseno");

        foreach (var key in new[] { "oim", "Con Espacio" })
        {
            var answer = await SendAsync(designer, "/designer/plan/partners/new", "/designer/plan/partners/new", ("key", key), ("title.es", "Se conserva"));

            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await answer.Content.ReadAsStringAsync()).ShouldContain("Se conserva");
        }
    }

    [Fact]
    public async Task A_role_is_shown_what_it_sees()
    {
        var designer = await _host.SignInAsync("diseno");

        var page = WebUtility.HtmlDecode(await designer.GetStringAsync("/designer/plan/roles/cocina"));

        page.ShouldContain("Registro de comidas");
        page.ShouldNotContain("Registro de una familia");
    }

    [Fact]
    public async Task A_retired_choice_is_kept_and_no_longer_offered()
    {
        var designer = await _host.SignInAsync("diseno");
        var fields = Entries(("mujer", "Mujer", false), ("hombre", "Hombre", false), ("otro", "Ya no se ofrece", true), ("nb", "No binario", false));

        var answer = await SendAsync(designer, "/designer/plan/catalogs/sexo", "/designer/plan/catalogs/sexo", fields);

        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        using var scope = _host.Services.CreateScope();
        var files = await scope.ServiceProvider.GetRequiredService<ContentDrafts>().FilesAsync(null, default);
        files["forms/catalogs/sexo.json"].ShouldContain("\"retired\": true");
        var (read, _) = ContentFolder.Read(files);
        var form = read.Single(file => file.Path == "forms/registro.json").Json;
        form.ShouldContain("No binario");
        form.ShouldNotContain("Ya no se ofrece");
    }

    [Fact]
    public async Task A_published_choice_cannot_be_deleted()
    {
        var designer = await _host.SignInAsync("diseno");

        var answer = await SendAsync(designer, "/designer/plan/catalogs/sexo", "/designer/plan/catalogs/sexo", Entries(("mujer", "Mujer", false), ("hombre", "Hombre", false)));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).ShouldContain("«otro» ya se publicó");
    }

    [Fact]
    public async Task A_catalog_goes_out_and_comes_in_as_a_table()
    {
        var designer = await _host.SignInAsync("diseno");
        var table = await designer.GetStringAsync("/designer/plan/catalogs/sexo.csv");
        var (token, _) = await FormOfAsync(designer, "/designer/plan/catalogs/sexo");
        using var file = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent(table.TrimEnd() + "\r\nnb,No binario,Non-binary,,,,\r\n"), "file", "sexo.csv" },
        };

        var answer = await designer.PostAsync("/designer/plan/catalogs/sexo/file", file);

        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        var page = WebUtility.HtmlDecode(await designer.GetStringAsync("/designer/plan/catalogs/sexo"));
        page.ShouldContain("value=\"No binario\"");
        page.ShouldContain("value=\"Non-binary\"");
    }

    [Fact]
    public async Task Versions_say_in_sentences_what_changed_and_lead_back()
    {
        var designer = await _host.SignInAsync("administracion");
        await DraftAsync(plan => plan["roles"]!.AsArray().First(role => (string?)role!["key"] == "cocina")!["permissions"] = new JsonArray("tasks.work"));
        var basedOn = (await OpenAsync()).Base;

        var before = WebUtility.HtmlDecode(await designer.GetStringAsync("/designer/plan/versions"));
        await designer.PostFormAsync("/designer/plan", "/designer/plan/publish", ("basedOn", basedOn));
        await SendAsync(designer, "/designer/plan/versions", "/designer/plan/versions/1/return");

        before.ShouldContain("Rol «Cocina»: ya no puede iniciar formularios");
        (await OpenAsync()).Find("roles", "cocina")!.Value.Entry["permissions"]!.AsArray().Count.ShouldBe(2);
        WebUtility.HtmlDecode(await designer.GetStringAsync("/designer/plan/versions?from=1&to=2")).ShouldContain("ya no puede iniciar formularios");
    }

    private static (string Name, string Value)[] Entries(params (string Value, string Label, bool IsRetired)[] entries) =>
    [
        .. entries.SelectMany((entry, at) => new (string, string)[]
        {
            ("entries", $"{at}"), ($"entries.{at}.value", entry.Value), ($"entries.{at}.label", entry.Label), ($"entries.{at}.retired", entry.IsRetired ? "true" : ""),
        }),
    ];

    // Sends what the page's form would send: its token, its base, and these fields.
    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string page, string address, params (string Name, string Value)[] fields)
    {
        var (token, basedOn) = await FormOfAsync(client, page);
        return await client.PostAsync(address, Form([("__RequestVerificationToken", token), ("basedOn", basedOn), .. fields]));
    }

    private static async Task<(string Token, string Base)> FormOfAsync(HttpClient client, string page)
    {
        var html = await client.GetStringAsync(page);
        return (PortalHost.TokenIn(html), Base().Match(html).Groups[1].Value);
    }

    private static FormUrlEncodedContent Form((string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private async Task<PlanDraft> OpenAsync()
    {
        using var scope = _host.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<PlanDrafts>().OpenAsync(default);
    }

    private async Task DraftAsync(Action<JsonObject> change)
    {
        using var scope = _host.Services.CreateScope();
        var drafts = scope.ServiceProvider.GetRequiredService<PlanDrafts>();
        (await drafts.ChangeAsync((await drafts.OpenAsync(default)).Base, change, "diseno", default)).ShouldBeOfType<PlanSaved.Kept>();
    }

    [GeneratedRegex("name=\"basedOn\" value=\"([^\"]*)\"")]
    private static partial Regex Base();
}
