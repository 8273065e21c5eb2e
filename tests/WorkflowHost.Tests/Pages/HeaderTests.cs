namespace WorkflowHost.Tests.Pages;

/// <summary>The headers that every answer carries, whatever it is.</summary>
[Collection(PortalCollection.Name)]
public sealed class HeaderTests(PortalHost host)
{
    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/")]
    [InlineData("/nothing-here")]
    [InlineData("/site.css")]
    [InlineData("/lib/x/bootstrap/bootstrap.min.css")]
    [InlineData("/elsa/api/workflow-definitions")]
    [InlineData("/studio/workflows/definitions")]
    public async Task Every_answer_carries_the_headers(string address)
    {
        var client = await host.SignInAsync("diseno");

        var headers = (await client.GetAsync(address)).Headers;

        headers.GetValues("Content-Security-Policy").Single().ShouldContain("object-src 'none'");
        headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
    }

    [Theory]
    [InlineData("/sites")]
    [InlineData("/designer/forms/registro")]
    public async Task No_page_may_compile_text_or_ask_another_host(string address)
    {
        var client = await host.SignInAsync("diseno");

        var policy = (await client.GetAsync(address)).Headers.GetValues("Content-Security-Policy").Single();

        policy.ShouldContain("script-src 'self';");
        policy.ShouldNotContain("unsafe-eval");
        policy.ShouldNotContain("http");
    }

    [Fact]
    public async Task A_page_with_data_is_kept_nowhere()
    {
        var client = await host.SignInAsync("direccion");

        (await client.GetAsync("/people")).Headers.CacheControl.ShouldNotBeNull().NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task A_package_file_is_packed_and_kept_for_ever_under_its_version()
    {
        var client = host.Nobody();
        var version = (await client.GetStringAsync("/sign-in")).Split("/lib/")[1].Split('/')[0];
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");

        var answer = await client.GetAsync($"/lib/{version}/formio/formio.form.min.js");

        answer.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        answer.Headers.CacheControl.ShouldNotBeNull().MaxAge.ShouldBe(TimeSpan.FromDays(365));
        (await answer.Content.ReadAsByteArrayAsync()).Length.ShouldBeLessThan(400_000);
    }

    [Theory]
    [InlineData("bootstrap/../../package.json")]
    [InlineData("bootstrap/%2e%2e/%2e%2e/package.json")]
    [InlineData("formio/formio.embed.min.js")]
    [InlineData("moment/moment.js")]
    public async Task A_file_that_is_not_listed_is_not_served(string path)
    {
        ((int)(await host.Nobody().GetAsync("/lib/x/" + path)).StatusCode).ShouldBeOneOf(404, 400, 302);
    }
}
