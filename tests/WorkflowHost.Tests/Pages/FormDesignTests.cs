using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace WorkflowHost.Tests.Pages;

/// <summary>Versions, use, copies, files and trials of forms.</summary>
[Collection(PortalCollection.Name)]
public sealed class FormDesignTests(PortalHost host)
{
    [Fact]
    public async Task Versions_tell_what_changed_and_which_steps_use_the_form()
    {
        var client = await host.SignInAsync("diseno");
        await PublishAsync(client, "vacantes", form => form["title"] = "Vacantes de empleo");

        var page = WebUtility.HtmlDecode(await client.GetStringAsync("/designer/forms/vacantes/versions"));

        page.ShouldContain("a «Vacantes de empleo».");
        page.ShouldContain("Se llena aquí");
    }

    [Fact]
    public async Task An_earlier_version_comes_back_as_the_draft()
    {
        var client = await host.SignInAsync("diseno");
        const string Page = "/designer/forms/nacimiento/versions";
        var first = await TitleAsync(client, "nacimiento", 1);
        await PublishAsync(client, "nacimiento", form => form["title"] = "Otro título");

        var answer = await client.PostFormAsync(Page, Page + "/1/return");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await TitleAsync(client, "nacimiento", 0)).ShouldBe(first);
        (await TitleAsync(client, "nacimiento", 2)).ShouldBe("Otro título");
    }

    [Fact]
    public async Task A_form_can_begin_as_a_copy_of_another()
    {
        var client = await host.SignInAsync("diseno");

        var answer = await client.PostFormAsync(
            "/designer/forms", "/designer/forms", ("key", "comidas-dos"), ("title", "Otras comidas"), ("like", "comidas"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await TitleAsync(client, "comidas-dos", 0)).ShouldBe("Otras comidas");
    }

    [Fact]
    public async Task A_file_becomes_the_draft_and_what_is_no_form_is_refused()
    {
        var client = await host.SignInAsync("diseno");
        await client.PostFormAsync("/designer/forms", "/designer/forms", ("key", "de-archivo"), ("title", "De archivo"));

        var taken = await UploadAsync(client, "de-archivo", """{"title":"Del archivo","components":[]}""");
        var refused = await UploadAsync(client, "de-archivo", "[1, 2");

        taken.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await TitleAsync(client, "de-archivo", 0)).ShouldBe("Del archivo");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()).ShouldContain("El archivo no es un formulario");
    }

    [Fact]
    public async Task A_trial_answers_as_the_server_would_and_stores_nothing()
    {
        var client = await host.SignInAsync("diseno");

        var refused = await TryAsync(client, "comidas", new { data = new { }, language = "es" });

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ((string?)(await refused.Content.ReadFromJsonAsync<JsonObject>())?["name"]).ShouldBe("ValidationError");
    }

    [Fact]
    public async Task A_kept_example_stops_a_version_that_judges_it_otherwise()
    {
        var client = await host.SignInAsync("diseno");
        const string Key = "centro-entrega";
        (await TryAsync(client, Key, new { data = new { }, language = "es", keepAs = "Vacío" })).StatusCode.ShouldBe(HttpStatusCode.OK);

        var answer = await PublishAsync(client, Key, form => Relax(form["components"]!));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("form.example");
    }

    [Fact]
    public async Task A_mistake_is_told_in_the_language_of_the_screen()
    {
        var client = await host.SignInAsync("diseno");

        var answer = await PublishAsync(client, "revalidacion-solicitud", form => ((JsonArray)form["components"]!).Add(new JsonObject { ["type"] = "nada", ["key"] = "x", ["input"] = true }));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("no existe en el constructor");
    }

    // Takes "required" off everything.
    private static void Relax(JsonNode node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list.OfType<JsonNode>())
                Relax(item);
        }
        else if (node is JsonObject map)
        {
            map.Remove("validate");
            foreach (var name in new[] { "components", "columns" })
            {
                if (map[name] is { } children)
                    Relax(children);
            }
        }
    }

    private static async Task<HttpResponseMessage> PublishAsync(HttpClient client, string key, Action<JsonObject> change)
    {
        var form = (await client.GetFromJsonAsync<JsonObject>($"/forms/{key}/1/form.json")).ShouldNotBeNull();
        change(form);
        return await client.SendJsonAsync(
            HttpMethod.Post, $"/designer/forms/{key}", $"/api/designer/forms/{key}/publish", new { form, @base = "1:-" });
    }

    private static Task<HttpResponseMessage> TryAsync(HttpClient client, string key, object trial) =>
        client.SendJsonAsync(HttpMethod.Post, $"/designer/forms/{key}/preview", $"/api/designer/forms/{key}/1/trial", trial);

    private static async Task<string?> TitleAsync(HttpClient client, string key, int version) =>
        (string?)(await client.GetFromJsonAsync<JsonObject>($"/forms/{key}/{version}/form.json"))?["title"];

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client, string key, string text)
    {
        var token = PortalHost.TokenIn(await client.GetStringAsync($"/designer/forms/{key}/versions"));
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return await client.PostAsync($"/designer/forms/{key}/file", new MultipartFormDataContent
        {
            { file, "file", key + ".json" }, { new StringContent(token), "__RequestVerificationToken" },
        });
    }
}
