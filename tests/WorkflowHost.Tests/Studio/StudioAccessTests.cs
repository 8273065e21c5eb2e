using System.Net;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WorkflowHost.Features.Workflows;
using static WorkflowHost.Tests.Studio.StudioCalls;

namespace WorkflowHost.Tests.Studio;

[Collection(StudioCollection.Name)]
public sealed class StudioAccessTests(StudioHost host)
{
    [Fact]
    public void Every_endpoint_of_the_API_and_the_hub_asks_for_the_permission()
    {
        var endpoints = host.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(e => (e.RoutePattern.RawText ?? "").TrimStart('/').StartsWith("elsa/", StringComparison.Ordinal))
            .ToList();

        endpoints.Count.ShouldBeGreaterThan(50);
        endpoints.ShouldAllBe(e => e.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => a.Policy == WorkflowsFeature.Permission));
    }

    [Theory]
    [InlineData("/elsa/api/workflow-definitions")]
    [InlineData("/elsa/api/features/installed")]
    [InlineData("/elsa/hubs/workflow-instance/negotiate")]
    [InlineData("/studio/workflows/definitions")]
    public async Task Strangers_and_people_without_the_permission_are_kept_out(string path)
    {
        using var stranger = await SendAsync(host.As(null), path);
        using var person = await SendAsync(host.As("registrar"), path);

        stranger.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        person.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("same-origin", "http://localhost", true)]
    [InlineData("same-origin", null, true)]
    [InlineData(null, "http://localhost", true)]
    [InlineData("cross-site", "http://localhost", false)]
    [InlineData("same-site", "http://evil.localhost", false)]
    [InlineData("none", null, false)]
    [InlineData(null, "http://evil.example", false)]
    [InlineData(null, "http://localhost:81", false)]
    [InlineData(null, "null", false)]
    [InlineData(null, null, false)]
    public async Task An_unsafe_call_must_come_from_this_origin(string? site, string? origin, bool isAllowed)
    {
        using var client = host.Designer();
        client.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        client.DefaultRequestHeaders.Remove("Origin");
        if (site is not null)
            client.DefaultRequestHeaders.Add("Sec-Fetch-Site", site);
        if (origin is not null)
            client.DefaultRequestHeaders.Add("Origin", origin);

        using var response = await client.PostAsync(
            $"{Api}/workflow-instances", new StringContent("{}", Encoding.UTF8, "application/json"));

        response.StatusCode.ShouldBe(isAllowed ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string path) =>
        path.EndsWith("negotiate", StringComparison.Ordinal) ? client.PostAsync(path, null) : client.GetAsync(path);
}
