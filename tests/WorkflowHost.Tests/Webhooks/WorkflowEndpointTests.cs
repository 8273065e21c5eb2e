using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WorkflowHost.Data.Tests.Databases;
using WorkflowHost.Delivery;
using WorkflowHost.Running;
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
        await using var app = await ServeAsync(stage);
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");

        var answer = await app.GetTestClient().SendAsync(request);

        answer.StatusCode.ShouldBe(status);
        if (text is not null)
            (await answer.Content.ReadAsStringAsync()).ShouldBe(text);
    }

    [Theory]
    [InlineData("notes.txt", "text/plain", 10, "", HttpStatusCode.OK)]
    [InlineData("notes.txt", "text/plain", 200, "", HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("notes.exe", "text/plain", 10, "", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("notes.txt", "application/x-msdownload", 10, "", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("notes.txt", "text/plain", 200, "exposeFileTooLargeOutcome", HttpStatusCode.Accepted)]
    [InlineData("notes.exe", "text/plain", 10, "exposeInvalidFileExtensionOutcome", HttpStatusCode.Accepted)]
    [InlineData("notes.txt", "application/x-msdownload", 10, "exposeInvalidFileMimeTypeOutcome", HttpStatusCode.Accepted)]
    public async Task An_upload_meets_the_limits_of_its_endpoint_or_takes_the_outcome_drawn_for_it(
        string name, string type, int size, string exposed, HttpStatusCode status)
    {
        var upload = WorkflowText.Flow("upload").Variable("File", "Object")
            .Step("request", "Elsa.HttpEndpoint", canStart: true, ("path", "upload"), ("supportedMethods", "[POST]"),
                ("fileSizeLimit", "100"), ("allowedFileExtensions", "[.txt]"), ("allowedMimeTypes", "[text/plain]"), ("file", "->File"))
            .Step("taken", "Elsa.WriteHttpResponse", ("content", "=getVariable('File').fileName"))
            .Step("refused", "Elsa.WriteHttpResponse", ("statusCode", "202"))
            .Connect("request", "taken").Connect("request", "refused", "File too large")
            .Connect("request", "refused", "Invalid file extension").Connect("request", "refused", "Invalid file MIME type").Json;
        if (exposed.Length > 0)
            upload["root"]!["activities"]![0]![exposed] = true;
        await using var stage = await WorkStage.OpenAsync(new SqliteDatabases(), upload);
        await using var app = await ServeAsync(stage);
        using var file = new ByteArrayContent(new byte[size]);
        file.Headers.ContentType = new(type);
        using var form = new MultipartFormDataContent { { new StringContent("Ana"), "name" }, { file, "file", "../" + name } };

        var answer = await app.GetTestClient().PostAsync("/workflows/upload", form);

        answer.StatusCode.ShouldBe(status);
        if (status == HttpStatusCode.OK)
            (await answer.Content.ReadAsStringAsync()).ShouldBe(name);
        await using var db = stage.OpenDb();
        (await db.Instances.CountAsync(i => i.Status == Engine.WorkflowStatus.Running)).ShouldBe(0);
    }

    [Fact]
    public async Task An_endpoint_in_the_middle_asks_who_calls_and_how_much_it_may_take()
    {
        var middle = WorkflowText.Flow("middle").Step("begin", "Elsa.Start")
            .Step("request", "Elsa.HttpEndpoint", ("path", "middle/{id}"), ("supportedMethods", "[POST]"), ("authorize", "True"))
            .Connect("begin", "request").Json;
        var small = WorkflowText.Flow("small").Step("begin", "Elsa.Start")
            .Step("request", "Elsa.HttpEndpoint", ("path", "small"), ("supportedMethods", "[POST]"), ("requestSizeLimit", "10"))
            .Step("answer", "Elsa.WriteHttpResponse", ("statusCode", "202")).Connect("begin", "request").Connect("request", "answer").Json;
        await using var stage = await WorkStage.OpenAsync(new SqliteDatabases(), middle, small);
        await using var app = await ServeAsync(stage);
        foreach (var definition in new[] { "middle", "small" })
            await stage.Runtime.StartAsync(new StartRequest { DefinitionId = definition }, "tester", CancellationToken.None);

        (await PostAsync(app, "/workflows/middle/7", "{}")).ShouldBe(HttpStatusCode.Unauthorized);
        (await PostAsync(app, "/workflows/small", new string(' ', 11))).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await PostAsync(app, "/workflows/small", "{}")).ShouldBe(HttpStatusCode.Accepted);
        (await PostAsync(app, "/workflows/small", "{}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Correlation_chooses_among_those_that_wait()
    {
        var middle = WorkflowText.Flow("middle").Step("begin", "Elsa.Start")
            .Step("request", "Elsa.HttpEndpoint", ("path", "middle"), ("supportedMethods", "[POST]"))
            .Connect("begin", "request").Json;
        await using var stage = await WorkStage.OpenAsync(new SqliteDatabases(), middle);
        await using var app = await ServeAsync(stage);
        foreach (var correlation in new[] { "a", "b" })
            await stage.Runtime.StartAsync(new StartRequest { DefinitionId = "middle", CorrelationId = correlation }, "tester", CancellationToken.None);

        (await PostAsync(app, "/workflows/middle", "{}")).ShouldBe(HttpStatusCode.InternalServerError);
        (await PostAsync(app, "/workflows/middle?correlationId=b", "{}")).ShouldBe(HttpStatusCode.OK);

        await using var db = stage.OpenDb();
        (await db.Instances.SingleAsync(i => i.Status == Engine.WorkflowStatus.Running)).CorrelationId.ShouldBe("a");
    }

    private static async Task<HttpStatusCode> PostAsync(WebApplication app, string address, string body) =>
        (await app.GetTestClient().PostAsync(address, new StringContent(body, Encoding.UTF8, "application/json"))).StatusCode;

    private static async Task<WebApplication> ServeAsync(WorkStage stage)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(stage.Services.GetRequiredService<InboundWebhooks>());
        builder.Services.AddSingleton(stage.Services.GetRequiredService<WorkflowEndpoints>());
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.MapDelivery();
        await app.StartAsync();
        return app;
    }
}
