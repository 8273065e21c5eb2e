using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace WorkflowHost.Tests.Pages;

/// <summary>Filling a form and changing one, as the pages' scripts do it.</summary>
[Collection(PortalCollection.Name)]
public sealed partial class FormPagesTests(PortalHost host)
{
    [Fact]
    public async Task A_refused_form_is_answered_in_the_shape_the_renderer_shows()
    {
        var client = await host.SignInAsync("registro");

        var answer = await client.SendJsonAsync(
            HttpMethod.Post, "/start/registro", "/api/start/registro/submission", new { data = new { }, site = "crea" }, "refused-form-1");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var body = (await answer.Content.ReadFromJsonAsync<JsonObject>()).ShouldNotBeNull();
        ((string?)body["name"]).ShouldBe("ValidationError");
        body["details"].ShouldBeOfType<JsonArray>().Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_submission_without_a_key_is_refused()
    {
        var client = await host.SignInAsync("registro");

        var answer = await client.SendJsonAsync(
            HttpMethod.Post, "/start/registro", "/api/start/registro/submission", new { data = new { }, site = "crea" });

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_form_of_another_role_does_not_exist()
    {
        var client = await host.SignInAsync("trabajo-social");

        (await client.GetAsync("/start/registro")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_form_of_another_site_is_refused()
    {
        var client = await host.SignInAsync("registro");

        var answer = await client.SendJsonAsync(
            HttpMethod.Post, "/start/registro", "/api/start/registro/submission", new { data = new { }, site = "orizaba" }, "other-site-1");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_draft_is_kept_and_an_older_base_is_refused()
    {
        var client = await host.SignInAsync("diseno");
        const string Page = "/designer/forms/comidas";
        var form = (await client.GetFromJsonAsync<JsonObject>("/forms/comidas/1/form.json")).ShouldNotBeNull();

        var first = await client.SendJsonAsync(HttpMethod.Put, Page, "/api" + Page + "/draft", new { form, @base = "1:-" });
        var second = await client.SendJsonAsync(HttpMethod.Put, Page, "/api" + Page + "/draft", new { form, @base = "1:-" });

        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_published_change_is_a_new_version_and_the_old_one_stays()
    {
        var client = await host.SignInAsync("diseno");
        const string Page = "/designer/forms/campanas";
        var form = (await client.GetFromJsonAsync<JsonObject>("/forms/campanas/1/form.json")).ShouldNotBeNull();
        form["title"] = "Campañas de otoño";
        // A catalog that another test publishes gives the form a version too.
        var basedOn = Base().Match(await client.GetStringAsync(Page));
        var before = int.Parse(basedOn.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture);

        var answer = await client.SendJsonAsync(HttpMethod.Post, Page, "/api" + Page + "/publish", new { form, @base = basedOn.Groups[1].Value });

        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        ((string?)(await client.GetFromJsonAsync<JsonObject>($"/forms/campanas/{before + 1}/form.json"))?["title"]).ShouldBe("Campañas de otoño");
        ((string?)(await client.GetFromJsonAsync<JsonObject>("/forms/campanas/1/form.json"))?["title"]).ShouldNotBe("Campañas de otoño");
    }

    [Fact]
    public async Task A_form_with_a_mistake_is_not_published_and_the_mistake_is_named()
    {
        var client = await host.SignInAsync("diseno");
        const string Page = "/designer/forms/vacantes";
        var form = (await client.GetFromJsonAsync<JsonObject>("/forms/vacantes/1/form.json")).ShouldNotBeNull();
        form["components"].ShouldBeOfType<JsonArray>().Insert(0, new JsonObject
        {
            ["type"] = "textfield", ["key"] = "malo", ["label"] = "Malo", ["input"] = true, ["customConditional"] = "show = ;",
        });

        var answer = await client.SendJsonAsync(HttpMethod.Post, Page, "/api" + Page + "/publish", new { form, @base = "1:-" });

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var problems = (await answer.Content.ReadFromJsonAsync<JsonObject>())?["problems"].ShouldBeOfType<JsonArray>();
        problems.ShouldNotBeNull().Count.ShouldBeGreaterThan(0);
    }

    [System.Text.RegularExpressions.GeneratedRegex("data-base=\"((\\d+):[^\"]+)")]
    private static partial System.Text.RegularExpressions.Regex Base();
}
