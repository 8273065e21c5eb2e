using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WorkflowHost.Data.Tests.Databases;
using WorkflowHost.Delivery;
using WorkflowHost.Tests.Running;

namespace WorkflowHost.Tests.Webhooks;

/// <summary>Elsa's HTTP endpoints over the test server.</summary>
public sealed class WorkflowEndpointTests
{
    private static readonly JsonObject Echo = WorkflowText.Flow("echo").Variable("Body", "Object").Variable("Route", "Object")
        .Step("request", "Elsa.HttpEndpoint", canStart: true,
            ("path", "people/{name}"), ("supportedMethods", "[POST]"), ("parsedContent", "->Body"), ("routeData", "->Route"))
        .Step("answer", "Elsa.WriteHttpResponse", ("statusCode", "201"), ("content", "=getVariable('Route').name + ' ' + getVariable('Body').age"))
        .Connect("request", "answer").Json;

    private static readonly JsonObject Guarded = WorkflowText.Flow("guarded")
        .Step("request", "Elsa.HttpEndpoint", canStart: true, ("path", "guarded"), ("supportedMethods", "[GET]"), ("authorize", "True")).Json;

    [Theory]
    [InlineData("POST", "/workflows/people/ana", """{"age": 30}""", HttpStatusCode.Created, "ana 30")]
    [InlineData("POST", "/workflows/PEOPLE/ana", """{"age": 30}""", HttpStatusCode.Created, "ana 30")]
    [InlineData("GET", "/workflows/people/ana", null, HttpStatusCode.NotFound, null)]
    [InlineData("POST", "/workflows/elsewhere", "{}", HttpStatusCode.NotFound, null)]
    [InlineData("POST", "/workflows/people/ana", "{", HttpStatusCode.BadRequest, null)]
    [InlineData("GET", "/workflows/guarded", null, HttpStatusCode.Unauthorized, null)]
    public async Task A_request_starts_the_workflow_that_waits_for_it_and_gets_its_answer(
        string method, string address, string? body, HttpStatusCode status, string? text)
    {
        await using var stage = await WorkStage.OpenAsync(new SqliteDatabases(), Echo, Guarded);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(stage.Services.GetRequiredService<InboundWebhooks>());
        builder.Services.AddSingleton(stage.Services.GetRequiredService<WorkflowEndpoints>());
        builder.Services.AddAuthorization();
        await using var app = builder.Build();
        app.MapDelivery();
        await app.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");

        var answer = await app.GetTestClient().SendAsync(request);

        answer.StatusCode.ShouldBe(status);
        if (text is not null)
            (await answer.Content.ReadAsStringAsync()).ShouldBe(text);
    }
}
