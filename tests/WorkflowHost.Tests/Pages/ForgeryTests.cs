using System.Net;
using System.Net.Http.Json;

namespace WorkflowHost.Tests.Pages;

/// <summary>A request that another page makes a signed-in browser send must change nothing.</summary>
[Collection(PortalCollection.Name)]
public sealed class ForgeryTests(PortalHost host)
{
    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-out")]
    [InlineData("/language")]
    [InlineData("/designer/forms")]
    [InlineData("/webhook-endpoints")]
    [InlineData("/designer/publish")]
    [InlineData("/designer/publications/1/return")]
    public async Task A_form_without_its_token_is_refused(string address)
    {
        var client = await host.SignInAsync("administracion");

        var answer = await client.PostAsync(address, new FormUrlEncodedContent([new("User", "x")]));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("PUT", "/api/designer/forms/registro/draft")]
    [InlineData("POST", "/api/designer/forms/registro/publish")]
    public async Task A_script_without_the_token_is_refused(string method, string address)
    {
        var client = await host.SignInAsync("administracion");

        var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), address) { Content = JsonContent.Create(new { }) });

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_page_of_another_host_is_refused_even_where_no_token_is_asked_for()
    {
        var client = await host.SignInAsync("diseno");
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        var answer = await client.PostAsJsonAsync("/elsa/api/workflow-definitions", new { });

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Signing_in_leads_to_no_other_host(string returnUrl)
    {
        var answer = await host.Nobody().PostFormAsync(
            "/sign-in", "/sign-in", ("User", "registro@demo.local"), ("Password", PortalHost.Password), ("ReturnUrl", returnUrl));

        answer.Headers.Location.ShouldNotBeNull().ToString().ShouldBe("/");
    }
}
