using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace WorkflowHost.Tests.Studio;

[Collection(StudioCollection.Name)]
public sealed class StudioPageTests(StudioHost host)
{
    private const string Package = "node_modules/@elsa-workflows/elsa-studio-wasm";

    private readonly HttpClient _studio = host.Designer();

    [Theory]
    [InlineData("/studio/workflows/definitions")]
    [InlineData("/studio/workflows/definitions/registro/edit")]
    [InlineData("/studio/workflows/instances")]
    [InlineData("/studio/workflows/instances/0123456789abcdef/view")]
    [InlineData("/studio/alterations/instances/0123456789abcdef")]
    public async Task Deep_links_answer_with_the_host_page(string path)
    {
        using var response = await _studio.GetAsync(path);

        var page = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.ShouldContain("<base href=\"/studio/\">");
        page.ShouldContain("_framework/blazor.webassembly.js");
        page.ShouldNotContain("http://");
        page.ShouldNotContain("https://");
    }

    [Fact]
    public async Task The_page_may_run_the_two_inline_scripts_of_Studio_and_no_other()
    {
        using var response = await _studio.GetAsync("/studio/workflows/definitions");

        var policy = response.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldContain("'wasm-unsafe-eval'");
        policy.ShouldContain("sha256-snlP1jz0gjwc5cTz9ErZcliXuCK63+Mmf68RRCeptgc=");
        policy.ShouldContain("sha256-vu6sQrKXQHR4Yn3FMMihA/9TxxfIXnCxKwvLrTPJ5ts=");
        policy.Split(';').Single(d => d.Trim().StartsWith("script-src", StringComparison.Ordinal)).ShouldNotContain("unsafe-inline");
        (await response.Content.ReadAsStringAsync()).ShouldNotContain("<script>");
    }

    [Theory]
    [InlineData("/workflows/definitions/registro/edit")]
    [InlineData("/workflows/instances/x/view?tab=1")]
    public async Task Links_that_Studio_writes_without_its_base_are_followed(string path)
    {
        using var response = await _studio.GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.ShouldBe("/studio" + path);
    }

    [Theory]
    [InlineData("_framework/dotnet.js", "text/javascript")]
    [InlineData("_framework/blazor.webassembly.js", "text/javascript")]
    [InlineData("_framework/*.dat", "application/octet-stream")]
    [InlineData("_framework/System.Private.CoreLib.*.wasm", "application/wasm")]
    [InlineData("_content/Elsa.Studio.Shell/site.webmanifest", "application/manifest+json")]
    [InlineData("_content/MudBlazor/MudBlazor.min.css", "text/css")]
    public async Task Files_of_the_package_are_sent_byte_for_byte(string path, string type)
    {
        var file = FileOf(path);
        var address = "/studio/" + Path.GetRelativePath(FolderOf(), file).Replace('\\', '/');
        foreach (var (encoding, suffix) in new[] { ("br", ".br"), ("gzip", ".gz"), ("", "") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (encoding.Length > 0)
                request.Headers.Add("Accept-Encoding", encoding);

            using var response = await _studio.SendAsync(request);

            response.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
            response.Content.Headers.ContentEncoding.ShouldBe(encoding.Length > 0 ? [encoding] : []);
            (await response.Content.ReadAsByteArrayAsync()).ShouldBe(await File.ReadAllBytesAsync(file + suffix));
        }
    }

    [Theory]
    [InlineData("_framework/nothing.wasm")]
    [InlineData("..%2f..%2fpackage.json")]
    [InlineData("_framework/dotnet.js.br")]
    public async Task What_is_no_file_of_the_package_is_not_found(string path)
    {
        using var response = await _studio.GetAsync("/studio/" + path);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private string FolderOf() => Path.Combine(
        host.Services.GetRequiredService<IWebHostEnvironment>().ContentRootPath, Package);

    private string FileOf(string path) =>
        Directory.EnumerateFiles(Path.Combine(FolderOf(), Path.GetDirectoryName(path)!), Path.GetFileName(path)).First();
}
