using Microsoft.Extensions.Options;
using WorkflowHost.Delivery;

namespace WorkflowHost.Tests.Webhooks;

/// <summary>Where requests of the program may go, seen at the socket (reliability-performance 3.4).</summary>
public sealed class OutgoingHttpTests
{
    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://localhost/")]
    [InlineData("http://localhost./")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://0x7f.0.0.1/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://127.1/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://0/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::ffff:7f00:1]/")]
    [InlineData("http://[64:ff9b::127.0.0.1]/")]
    [InlineData("http://[64:ff9b:1::127.0.0.1]/")]
    [InlineData("http://[2002:7f00:1::]/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://100.64.0.1/")]
    [InlineData("http://\uff11\uff12\uff17.0.0.1/")]
    public async Task An_address_that_is_not_public_is_refused_in_every_spelling(string url)
    {
        using var http = Http(new DeliveryOptions { AllowPlainHttp = true, AllowedPorts = [80] });

        var answer = await GetAsync(http, url);

        answer.FailedToConnect.ShouldBeTrue();
        answer.Error.ShouldNotBeNull().ShouldContain("may be called");
    }

    [Theory]
    [InlineData("ftp://example.com/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://example.com/")]
    [InlineData("http://example.com/")]
    [InlineData("https://example.com:22/")]
    [InlineData("https://example.com:5432/")]
    [InlineData("https://user@example.com/")]
    public async Task A_scheme_port_or_user_that_is_not_allowed_is_refused_before_any_connection(string url)
    {
        using var http = Http(new DeliveryOptions());

        var answer = await GetAsync(http, url);

        answer.FailedToConnect.ShouldBeTrue();
        answer.Error.ShouldNotBeNull().ShouldContain("not");
    }

    [Fact]
    public async Task An_allowance_is_for_its_port_and_no_other()
    {
        await using var named = await Receiver.StartAsync();
        await using var neighbour = await Receiver.StartAsync();
        using var http = Http(Allowing(named));

        (await GetAsync(http, named.Url)).StatusCode.ShouldBe(200);
        (await GetAsync(http, neighbour.Url)).FailedToConnect.ShouldBeTrue();
    }

    [Fact]
    public async Task An_allowance_by_name_is_for_that_name()
    {
        await using var receiver = await Receiver.StartAsync();
        var port = new Uri(receiver.Url).Port;
        using var http = Http(new DeliveryOptions { AllowPlainHttp = true, AllowedNetworks = [$"localhost:{port}"] });

        (await GetAsync(http, $"http://localhost:{port}/hook")).StatusCode.ShouldBe(200);
        (await GetAsync(http, receiver.Url)).FailedToConnect.ShouldBeTrue();
    }

    [Fact]
    public async Task A_redirect_is_followed_and_checked_like_the_first_address()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var forbidden = await Receiver.StartAsync();
        using var http = Http(Allowing(receiver));

        var followed = await GetAsync(http, receiver.RedirectTo(receiver.Url), redirects: 5);
        var refused = await GetAsync(http, receiver.RedirectTo(forbidden.Url), redirects: 5);
        var unwanted = await GetAsync(http, receiver.RedirectTo(receiver.Url), redirects: 0);

        followed.StatusCode.ShouldBe(200);
        refused.FailedToConnect.ShouldBeTrue();
        unwanted.StatusCode.ShouldBe(302);
    }

    [Fact]
    public async Task Credentials_do_not_follow_to_another_host()
    {
        await using var first = await Receiver.StartAsync();
        await using var second = await Receiver.StartAsync();
        using var http = Http(Allowing(first, second));

        (await GetAsync(http, first.RedirectTo(first.Url), redirects: 5, authorization: "Bearer x")).Body.ShouldBe("Bearer x");
        (await GetAsync(http, first.RedirectTo(second.Url), redirects: 5, authorization: "Bearer x")).Body.ShouldBe("");
    }

    [Theory]
    [InlineData("10.0.0.0/8:8443", true)]
    [InlineData("10.0.0.5:443", true)]
    [InlineData("[fd00::/8]:443", true)]
    [InlineData("[::1]:443", true)]
    [InlineData("hl7.example:8443", true)]
    [InlineData("10.0.0.0/8", false)]
    [InlineData("fd00::/8", false)]
    [InlineData("fd00::/8:443", false)]
    [InlineData("hl7.example", false)]
    [InlineData("hl7.example:0", false)]
    [InlineData("hl7.example:65536", false)]
    [InlineData("*:443", false)]
    [InlineData("", false)]
    public void An_allowance_names_place_and_port(string text, bool isOne) => (AllowedTarget.Parse(text) is not null).ShouldBe(isOne);

    private static DeliveryOptions Allowing(params Receiver[] receivers) => new()
    {
        AllowPlainHttp = true,
        AllowedNetworks = [.. receivers.Select(receiver => $"127.0.0.1:{new Uri(receiver.Url).Port}")],
    };

    private static OutgoingHttp Http(DeliveryOptions options) => new(Options.Create(options));

    private static async Task<OutgoingAnswer> GetAsync(OutgoingHttp http, string url, int redirects = 0, string? authorization = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(url));
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await http.SendAsync(request, redirects, CancellationToken.None);
    }
}
