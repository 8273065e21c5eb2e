using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace WorkflowHost.Tests.Pages;

/// <summary>A retired form as its designer and the people who fill it meet it.</summary>
[Collection(PortalCollection.Name)]
public sealed partial class RetiredFormTests(PortalHost host)
{
    private const string Form = "donativos";
    private const string Start = "/start/" + Form;
    private const string Versions = "/designer/forms/" + Form + "/versions";

    [Fact]
    public async Task What_was_begun_is_judged_and_what_is_new_is_told_that_the_form_is_retired()
    {
        var (designer, clerk, other) = (await host.SignInAsync("diseno"), await host.SignInAsync("donativos"), await host.SignInAsync("coordinacion-general"));
        var begun = WebUtility.HtmlDecode(Begun().Match(await clerk.GetStringAsync(Start)).Groups[1].Value);
        begun.Length.ShouldBeGreaterThan(20);
        (await designer.PostFormAsync(Versions, $"/designer/forms/{Form}/retire")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        try
        {
            (await clerk.GetStringAsync("/start")).ShouldNotContain($"\"{Start}\"");
            var page = await clerk.GetAsync(Start);
            page.StatusCode.ShouldBe(HttpStatusCode.Gone);
            WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()).ShouldContain("ya no inicia nada nuevo");
            (await clerk.GetStringAsync($"{Start}?begun={Uri.EscapeDataString(begun)}")).ShouldContain($"/forms/{Form}/1/form.json");

            (await SendAsync(clerk, new { data = new { }, site = "crea", begun }, "retired-1")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await SendAsync(clerk, new { data = new { }, site = "crea" }, "retired-2")).StatusCode.ShouldBe(HttpStatusCode.Gone);
            (await SendAsync(other, new { data = new { }, site = "crea", begun }, "retired-3")).StatusCode.ShouldBe(HttpStatusCode.Gone);
            (await SendAsync(clerk, new { data = new { }, site = "crea", begun = begun[..^4] }, "retired-4")).StatusCode.ShouldBe(HttpStatusCode.Gone);
        }
        finally
        {
            await designer.PostFormAsync(Versions, $"/designer/forms/{Form}/give-back");
        }

        (await clerk.GetAsync(Start)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_form_that_steps_open_is_not_retired_and_they_are_named_with_links()
    {
        var designer = await host.SignInAsync("diseno");

        var page = await designer.GetStringAsync("/designer/forms/valoracion-medica/versions");
        var answer = await designer.PostFormAsync(Versions, "/designer/forms/valoracion-medica/retire");

        WebUtility.HtmlDecode(page).ShouldContain("Todavía no se puede retirar");
        page.ShouldContain("/studio/workflows/definitions/atencion-inmediata/edit");
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Only_a_designer_of_forms_retires_one()
    {
        var clerk = await host.SignInAsync("donativos");

        (await clerk.PostFormAsync("/", $"/designer/forms/{Form}/retire")).StatusCode.ShouldNotBe(HttpStatusCode.Redirect);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, object body, string key) =>
        client.SendJsonAsync(HttpMethod.Post, "/", $"/api/start/{Form}/submission", body, key);

    [GeneratedRegex("data-begun=\"([^\"]+)\"")]
    private static partial Regex Begun();
}
