using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace WorkflowHost.Tests.Pages;

/// <summary>Words changed in the browser: one by one, in a file, and what is refused.</summary>
[Collection(PortalCollection.Name)]
public sealed class TranslationTests(PortalHost host)
{
    private const string Campaign = "/designer/translations/campana-resultado";

    [Fact]
    public async Task A_saved_word_reaches_the_renderer_at_once()
    {
        var client = await host.SignInAsync("diseno");
        var text = await FirstMissingAsync(client, Campaign);

        var answer = await SaveAsync(client, Campaign, new { id = text, language = "fr", was = (string?)null, text = "Mot nouveau" });

        ((int?)answer["saved"]).ShouldBe(1);
        var french = await WordsAsync(client, "campana-resultado", "fr-FR");
        french[text].ShouldBe("Mot nouveau");
    }

    [Fact]
    public async Task A_word_somebody_else_changed_is_given_back_and_the_others_are_kept()
    {
        var client = await host.SignInAsync("diseno");
        const string Page = "/designer/translations/campanas";
        var texts = await MissingAsync(client, Page);

        await SaveAsync(client, Page, new { id = texts[0], language = "pt", was = (string?)null, text = "Da primeira pessoa" });
        var answer = await SaveAsync(
            client, Page,
            new { id = texts[0], language = "pt", was = (string?)null, text = "Da segunda pessoa" },
            new { id = texts[1], language = "pt", was = (string?)null, text = "Outra palavra" });

        ((int?)answer["saved"]).ShouldBe(1);
        var refused = answer["refused"].ShouldBeOfType<JsonArray>().ShouldHaveSingleItem()!;
        ((string?)refused["current"]).ShouldBe("Da primeira pessoa");
    }

    [Fact]
    public async Task One_file_carries_the_words_of_several_tables()
    {
        var client = await host.SignInAsync("diseno");
        var one = await FirstMissingAsync(client, "/designer/translations/vivienda-garantia");
        var other = await FirstMissingAsync(client, "/designer/translations/centro-entrega");
        var all = await client.GetStringAsync("/designer/translations.csv?missing=false");
        var missing = await client.GetStringAsync("/designer/translations.csv?missing=true");

        var answer = await SendAllAsync(
            client,
            $"tabla,id,fr\nvivienda-garantia,\"{one}\",Premier\ncentro-entrega,\"{other}\",Second\nninguna,x,y\n");

        all.ShouldContain("_screens");
        all.ShouldContain("_presets,Vacuna,Vacuna,Vaccine,Vaccin");
        missing.ShouldContain("vivienda-garantia,");
        missing.ShouldNotContain("_presets,");
        answer.ShouldContain("Guardadas 2");
        answer.ShouldContain("No hay tal tabla.");
        (await WordsAsync(client, "vivienda-garantia", "fr-FR"))[one].ShouldBe("Premier");
        (await WordsAsync(client, "centro-entrega", "fr-FR"))[other].ShouldBe("Second");
    }

    [Fact]
    public async Task A_word_for_one_form_leaves_the_same_text_elsewhere_alone()
    {
        var client = await host.SignInAsync("diseno");
        const string Text = "Resultado";
        var general = (await WordsAsync(client, "consulta-medica", "fr-FR"))[Text];

        var answer = await SaveAsync(
            client, "/designer/translations/valoracion-medica", new { id = Text, language = "fr", was = general, text = "Bilan", onlyHere = true });

        ((int?)answer["saved"]).ShouldBe(1);
        (await WordsAsync(client, "valoracion-medica", "fr-FR"))[Text].ShouldBe("Bilan");
        (await WordsAsync(client, "consulta-medica", "fr-FR"))[Text].ShouldBe(general);
    }

    [Fact]
    public async Task A_consent_text_cannot_lose_a_language()
    {
        var client = await host.SignInAsync("diseno");
        const string Text = "La persona acepta el registro de su familia";
        var creole = (await WordsAsync(client, "registro", "ht"))[Text];

        var answer = await SaveAsync(client, "/designer/translations/registro", new { id = Text, language = "ht", was = creole, text = "" });

        ((int?)answer["saved"]).ShouldBe(0);
        answer["refused"].ShouldBeOfType<JsonArray>().Count.ShouldBe(1);
        (await WordsAsync(client, "registro", "ht"))[Text].ShouldBe(creole);
    }

    [Fact]
    public async Task A_form_with_an_untranslated_consent_is_not_published()
    {
        var client = await host.SignInAsync("diseno");
        const string Page = "/designer/forms/vivienda-garantia";
        var form = (await client.GetFromJsonAsync<JsonObject>("/forms/vivienda-garantia/1/form.json")).ShouldNotBeNull();
        ((JsonArray)form["components"]!).Insert(0, new JsonObject
        {
            ["type"] = "checkbox", ["key"] = "aceptaVisita", ["label"] = "Acepta que se visite la vivienda", ["input"] = true,
            ["properties"] = new JsonObject { ["consent"] = "visita" },
        });

        var answer = await client.SendJsonAsync(HttpMethod.Post, Page, "/api" + Page + "/publish", new { form, @base = "1:-" });

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("missing-consent-translation");
    }

    [Fact]
    public async Task A_sentence_of_the_screens_can_be_changed_but_not_broken()
    {
        var client = await host.SignInAsync("diseno");
        const string Page = "/designer/translations/_screens";

        var kept = await SaveAsync(client, Page, new { id = "forms.none", language = "es", was = "Todavía no hay formularios.", text = "Aún no hay formularios." });
        var broken = await SaveAsync(client, Page, new { id = "forms.version", language = "es", was = "Versión {0}", text = "Versión {1}" });

        ((int?)kept["saved"]).ShouldBe(1);
        ((int?)broken["saved"]).ShouldBe(0);
        WebUtility.HtmlDecode(await client.GetStringAsync(Page)).ShouldContain("Aún no hay formularios.");
    }

    [Fact]
    public async Task A_downloaded_file_comes_back_with_its_filled_cells()
    {
        var client = await host.SignInAsync("diseno");
        const string Page = "/designer/translations/donativos";
        var text = await FirstMissingAsync(client, Page);
        var file = Encoding.UTF8.GetString(await client.GetByteArrayAsync(Page + ".csv"));
        file.ShouldStartWith("\uFEFFid,es,en,fr,ht,pt\r\n");

        var sent = await UploadAsync(client, Page, $"id;fr\r\n\"{text}\";\"=Mot, avec virgule\"\r\nno existe;x\r\n");

        sent.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await WordsAsync(client, "donativos", "fr-FR"))[text].ShouldBe("=Mot, avec virgule");
        Encoding.UTF8.GetString(await client.GetByteArrayAsync(Page + ".csv")).ShouldContain("'=Mot, avec virgule");
    }

    [Fact]
    public async Task A_file_that_is_no_table_changes_nothing_and_says_so()
    {
        var client = await host.SignInAsync("diseno");

        var answer = await UploadAsync(client, "/designer/translations/comidas", "hola\r\nmundo\r\n");

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private static async Task<JsonObject> SaveAsync(HttpClient client, string page, params object[] changes)
    {
        var answer = await client.SendJsonAsync(HttpMethod.Put, page, "/api" + page, changes);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>()).ShouldNotBeNull();
    }

    private static async Task<Dictionary<string, string>> WordsAsync(HttpClient client, string form, string culture)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/forms/{form}/1/texts.json");
        request.Headers.Add("Cookie", $".AspNetCore.Culture=c%3D{culture}%7Cuic%3D{culture}");
        var answer = await client.SendAsync(request);
        return (await answer.Content.ReadFromJsonAsync<Dictionary<string, string>>()).ShouldNotBeNull();
    }

    private static async Task<string> FirstMissingAsync(HttpClient client, string page) => (await MissingAsync(client, page))[0];

    // Texts without any translation: all their cells of the file are empty.
    private static async Task<IReadOnlyList<string>> MissingAsync(HttpClient client, string page)
    {
        var lines = Encoding.UTF8.GetString(await client.GetByteArrayAsync(page + ".csv")).Split("\r\n");
        return [.. lines.Where(line => line.EndsWith(",,,,", StringComparison.Ordinal) && !line.Contains('"')).Select(line => line[..line.IndexOf(',', StringComparison.Ordinal)])];
    }

    private static async Task<string> SendAllAsync(HttpClient client, string text)
    {
        var answer = await UploadAsync(client, "/designer/translations", text, "/designer/translations");
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client, string page, string text, string? address = null)
    {
        var token = PortalHost.TokenIn(await client.GetStringAsync(page));
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return await client.PostAsync(address ?? page + "/file", new MultipartFormDataContent
        {
            { file, "file", "palabras.csv" }, { new StringContent(token), "__RequestVerificationToken" },
        });
    }
}
