using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using WorkflowHost.Content;

namespace WorkflowHost.Tests.Pages;

/// <summary>The plan as one file: out, looked at, and in.</summary>
[Collection(PortalCollection.Name)]
public sealed partial class PackageTests(PortalHost host)
{
    private const string Page = "/designer/package";
    private const string NewForm = """{"name":"traida","title":"Traída","display":"form","properties":{"sensitivity":"general"},"components":[{"type":"textfield","key":"nota","label":"Nota","input":true}]}""";

    [Fact]
    public async Task A_downloaded_package_changes_nothing_here()
    {
        var client = await host.SignInAsync("diseno");
        var package = await client.GetByteArrayAsync("/designer/package.zip");

        var page = await TextAsync(await SendAsync(client, package));

        page.ShouldContain("workflows/plan.json");
        page.ShouldContain("El paquete dice lo mismo que lo publicado aquí.");
    }

    [Fact]
    public async Task A_new_form_is_published_when_it_is_chosen()
    {
        var client = await host.SignInAsync("diseno");
        var page = await TextAsync(await SendAsync(client, ContentPackage.Write([("forms/traida.json", NewForm)])));

        var answer = await TakeAsync(client, page, "forms/traida.json");

        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await client.GetStringAsync(answer.Headers.Location)).ShouldContain("/designer/forms/traida");
        (await client.GetAsync("/forms/traida/1/form.json")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_file_with_mistakes_is_named_and_cannot_be_taken()
    {
        var client = await host.SignInAsync("diseno");
        var broken = NewForm.Replace("traida", "rota", StringComparison.Ordinal).Replace("\"general\"", "\"secreta\"", StringComparison.Ordinal);
        var page = await TextAsync(await SendAsync(client, ContentPackage.Write([("forms/rota.json", broken)])));

        var answer = await TakeAsync(client, page, "forms/rota.json");

        page.ShouldContain("Con errores: no se puede tomar");
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await client.GetAsync("/forms/rota/1/form.json")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("forms/rota-dos.json", "{ \"name\": ")]
    [InlineData("workflows/roto.json", "[1, 2")]
    [InlineData("workflows/plan.json", "{}")]
    [InlineData("forms/catalogs/rota.json", "{\"a\":1,\"a\":2}")]
    public async Task What_cannot_be_read_is_named_and_cannot_be_taken(string path, string text)
    {
        var client = await host.SignInAsync("administracion");
        var page = await TextAsync(await SendAsync(client, ContentPackage.Write([(path, text)])));

        page.ShouldContain("Con errores: no se puede tomar");
        (await TakeAsync(client, page, path)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Who_may_not_grant_roles_may_not_bring_in_a_plan()
    {
        var client = await host.SignInAsync("diseno");
        var plan = await PlanAsync(client);

        var page = await TextAsync(await SendAsync(client, ContentPackage.Write([("workflows/plan.json", plan.Replace("\"Registro\"", "\"Recepción\"", StringComparison.Ordinal))])));
        var answer = await TakeAsync(client, page, "workflows/plan.json");

        page.ShouldContain("Cambia roles: lo publica quien administra personas.");
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await PlanAsync(client)).ShouldBe(plan);
    }

    [Fact]
    public async Task A_changed_file_is_told_in_sentences_with_the_side_it_changed_on()
    {
        var client = await host.SignInAsync("diseno");
        var package = ContentPackage.Read(new MemoryStream(await client.GetByteArrayAsync("/designer/package.zip")));
        var changed = package["forms/egreso-salida.json"].Replace("\"title\": \"", "\"title\": \"Nueva ", StringComparison.Ordinal);
        var known = ContentPackage.Write([("forms/egreso-salida.json", changed), (ContentPackage.ManifestPath, package[ContentPackage.ManifestPath])]);
        var unknown = ContentPackage.Write([("forms/egreso-salida.json", changed)]);

        var there = await TextAsync(await SendAsync(client, known));
        var anyhow = await TextAsync(await SendAsync(client, unknown));

        there.ShouldContain("Cambió solo en el otro servidor.");
        there.ShouldContain("» a «Nueva ");
        anyhow.ShouldContain("Distinto de lo publicado aquí");
    }

    [Fact]
    public async Task One_process_is_packed_with_what_it_needs()
    {
        var client = await host.SignInAsync("diseno");

        var package = ContentPackage.Read(new MemoryStream(await client.GetByteArrayAsync("/designer/package.zip?process=comidas")));

        package.Keys.ShouldContain("workflows/comidas.json");
        package.Keys.ShouldContain("forms/comidas.json");
        package.Keys.ShouldNotContain("workflows/plan.json");
        package.Keys.ShouldNotContain("forms/registro.json");
        (await client.GetAsync("/designer/package.zip?process=nadie")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("no zip at all")]
    [InlineData("")]
    public async Task What_is_no_package_is_refused_in_words(string text)
    {
        var client = await host.SignInAsync("diseno");

        var answer = await SendAsync(client, System.Text.Encoding.UTF8.GetBytes(text));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TextAsync(answer)).ShouldContain("Esto no es un paquete del plan");
    }

    [Fact]
    public void A_small_package_that_holds_a_large_nothing_is_refused()
    {
        var package = ContentPackage.Write([("forms/vacia.json", new string(' ', 8 * 1024 * 1024))]);

        Should.Throw<InvalidDataException>(() => ContentPackage.Read(new MemoryStream(package)));
    }

    [Fact]
    public void A_package_reaches_no_file_outside_its_folders()
    {
        var package = ContentPackage.Write([("forms/../../etc/x.json", "{}"), ("/forms/x.json", "{}"), ("forms/a/b.json", "{}"), ("forms/i18n/ht.json", "{}")]);

        ContentPackage.Read(new MemoryStream(package)).Keys.ShouldBe(["forms/i18n/ht.json"]);
    }

    private static async Task<string> PlanAsync(HttpClient client)
    {
        var package = await client.GetByteArrayAsync("/designer/package.zip");
        using var zip = new ZipArchive(new MemoryStream(package));
        using var plan = new StreamReader(zip.GetEntry("workflows/plan.json")!.Open());
        return await plan.ReadToEndAsync();
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, byte[] package)
    {
        var token = PortalHost.TokenIn(await client.GetStringAsync(Page));
        return await client.PostAsync(Page, new MultipartFormDataContent
        {
            { new ByteArrayContent(package), "file", "plan.zip" }, { new StringContent(token), "__RequestVerificationToken" },
        });
    }

    private static async Task<HttpResponseMessage> TakeAsync(HttpClient client, string page, params string[] paths)
    {
        var id = PackageId().Match(page).Groups[1].Value;
        return await client.PostAsync($"{Page}/{id}", new FormUrlEncodedContent(
        [
            .. Seen().Matches(page).Select(match => KeyValuePair.Create(match.Groups[1].Value, match.Groups[2].Value)),
            .. paths.Select(path => KeyValuePair.Create("paths", path)),
            KeyValuePair.Create("__RequestVerificationToken", PortalHost.TokenIn(page)),
        ]));
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    [GeneratedRegex("name=\"(Seen\\[[^\"]+\\])\" value=\"([^\"]*)\"")]
    private static partial Regex Seen();

    [GeneratedRegex("action=\"/designer/package/([0-9a-f-]{36})\"")]
    private static partial Regex PackageId();
}
