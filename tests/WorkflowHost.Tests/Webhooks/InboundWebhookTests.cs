using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WorkflowHost.Data.Tests.Databases;
using WorkflowHost.Delivery;
using WorkflowHost.Tests.Running;

namespace WorkflowHost.Tests.Webhooks;

public sealed class InboundWebhookTests
{
    private const string Body = """{"type": "family.announced", "timestamp": "2022-01-10T16:00:00Z", "data": {"name": "Ana"}}""";

    [Fact]
    public async Task A_genuine_message_starts_what_the_plan_says()
    {
        await using var edge = await WebhookEdge.OpenAsync();

        var answer = await edge.SendAsync("msg_1", Body);

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var task = (await edge.Stage.OpenTasksAsync()).ShouldHaveSingleItem();
        task.Title.ShouldBe("partner: Ana");
        task.Prefill()["name"]!.ToString().ShouldBe("Ana");
    }

    [Fact]
    public async Task The_same_message_again_has_no_second_effect()
    {
        await using var edge = await WebhookEdge.OpenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => edge.SendAsync("msg_1", Body)));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Accepted);
        (await edge.Stage.OpenTasksAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_id_with_another_body_is_refused()
    {
        await using var edge = await WebhookEdge.OpenAsync();
        await edge.SendAsync("msg_1", Body);

        var answer = await edge.SendAsync("msg_1", Body.Replace("Ana", "Eva", StringComparison.Ordinal));

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await edge.Stage.OpenTasksAsync()).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("partner", "wrong", 0, HttpStatusCode.Unauthorized)]
    [InlineData("nobody", "right", 0, HttpStatusCode.Unauthorized)]
    [InlineData("partner", "right", -400, HttpStatusCode.Unauthorized)]
    [InlineData("partner", "none", 0, HttpStatusCode.BadRequest)]
    public async Task A_message_that_is_not_genuine_leaves_nothing_behind(string source, string signature, int age, HttpStatusCode status)
    {
        await using var edge = await WebhookEdge.OpenAsync();

        var answer = await edge.SendAsync("msg_1", Body, source, signature, age);

        answer.StatusCode.ShouldBe(status);
        await using var db = edge.Stage.OpenDb();
        (await db.WebhookReceipts.CountAsync()).ShouldBe(0);
        (await db.Instances.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_body_beyond_the_cap_is_refused_whatever_its_length_says()
    {
        await using var edge = await WebhookEdge.OpenAsync();

        var answer = await edge.SendAsync("msg_1", "{\"data\": \"" + new string('x', 2 * 1024 * 1024) + "\"}");

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    /// <summary>The webhook edge over a test server, with the services of a work stage.</summary>
    private sealed class WebhookEdge : IAsyncDisposable
    {
        private readonly WebApplication _app;
        private readonly HttpClient _client;
        private readonly string _secret;

        private WebhookEdge(WorkStage stage, WebApplication app, string secret)
        {
            Stage = stage;
            _app = app;
            _client = app.GetTestClient();
            _secret = secret;
        }

        public WorkStage Stage { get; }

        public static async Task<WebhookEdge> OpenAsync()
        {
            var stage = await WorkStage.OpenAsync(new SqliteDatabases());
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton(stage.Services.GetRequiredService<InboundWebhooks>());
            builder.Services.AddSingleton(stage.Services.GetRequiredService<WorkflowEndpoints>());
            builder.Services.AddAuthorization();
            var app = builder.Build();
            app.MapDelivery();
            await app.StartAsync();
            var secret = await stage.Services.GetRequiredService<WebhookSources>().SecretOfAsync("partner", CancellationToken.None);
            return new WebhookEdge(stage, app, secret);
        }

        public Task<HttpResponseMessage> SendAsync(
            string id, string body, string source = "partner", string signature = "right", int age = 0)
        {
            var bytes = Encoding.UTF8.GetBytes(body);
            var timestamp = Stage.Clock.GetUtcNow().ToUnixTimeSeconds() + age;
            var request = new HttpRequestMessage(HttpMethod.Post, $"/webhooks/{source}") { Content = new ByteArrayContent(bytes) };
            request.Headers.Add("webhook-id", id);
            request.Headers.Add("webhook-timestamp", timestamp.ToString(System.Globalization.CultureInfo.InvariantCulture));
            if (signature != "none")
            {
                var secret = signature == "right" ? _secret : WebhookSignature.NewSecret();
                request.Headers.Add("webhook-signature", WebhookSignature.Sign([secret], id, timestamp, bytes));
            }

            return _client.SendAsync(request);
        }

        public async ValueTask DisposeAsync()
        {
            await _app.DisposeAsync();
            await Stage.DisposeAsync();
        }
    }
}
