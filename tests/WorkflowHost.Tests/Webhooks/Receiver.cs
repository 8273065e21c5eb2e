using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace WorkflowHost.Tests.Webhooks;

internal sealed record Received(string Id, string Timestamp, string Signature, byte[] Body);

/// <summary>A partner on the loopback address that answers as told; the last answer is repeated.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private TaskCompletionSource _gate = new();

    private Receiver(WebApplication app, ConcurrentQueue<Received> requests)
    {
        _app = app;
        Requests = requests;
        _gate.SetResult();
    }

    public ConcurrentQueue<Received> Requests { get; }

    /// <summary>Idempotency keys of requests as they came, answered or not.</summary>
    public ConcurrentQueue<string> Arrived { get; } = new();

    public string Url => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/hook";

    /// <summary>Address that sends the caller on to another one.</summary>
    public string RedirectTo(string url, int status = 302) =>
        Url.Replace("/hook", $"/away?status={status}&to={Uri.EscapeDataString(url)}", StringComparison.Ordinal);

    /// <summary>Settings under which these receivers, and nothing else that is private, may be called.</summary>
    public static Dictionary<string, string?> Allowance(params Receiver[] receivers)
    {
        var settings = new Dictionary<string, string?> { ["Delivery:AllowPlainHttp"] = "true" };
        for (var i = 0; i < receivers.Length; i++)
            settings[$"Delivery:AllowedNetworks:{i}"] = $"127.0.0.0/8:{new Uri(receivers[i].Url).Port}";
        return settings;
    }

    /// <summary>Lets requests wait without an answer.</summary>
    public void Hold() => _gate = new TaskCompletionSource();

    public void Release() => _gate.SetResult();

    /// <summary>Returns when so many requests were answered.</summary>
    public Task UntilAsync(int count) => UntilAsync(() => Requests.Count, count);

    /// <summary>Returns when so many requests came.</summary>
    public Task UntilArrivedAsync(int count) => UntilAsync(() => Arrived.Count, count);

    private static async Task UntilAsync(Func<int> seen, int count)
    {
        for (var attempt = 0; seen() < count; attempt++)
        {
            if (attempt == 600)
                throw new TimeoutException($"{seen()} of {count} requests came.");
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    public static async Task<Receiver> StartAsync(params HttpStatusCode[] answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var requests = new ConcurrentQueue<Received>();
        Receiver? self = null;
        app.MapMethods("/away", ["GET", "POST"], (HttpContext http, int status, string to) =>
        {
            http.Response.Headers.Location = to;
            return Results.StatusCode(status);
        });
        app.MapGet("/hook", (HttpContext http) => Results.Text(http.Request.Headers.Authorization.ToString()));
        app.MapPost("/hook", async (HttpContext http) =>
        {
            self!.Arrived.Enqueue(http.Request.Headers["Idempotency-Key"].ToString()); // set before the first request can come
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            await self._gate.Task;
            var answer = answers.Length == 0 ? HttpStatusCode.OK : answers[Math.Min(requests.Count, answers.Length - 1)];
            requests.Enqueue(new Received(
                http.Request.Headers["webhook-id"].ToString(),
                http.Request.Headers["webhook-timestamp"].ToString(),
                http.Request.Headers["webhook-signature"].ToString(),
                body.ToArray()));
            return Results.StatusCode((int)answer);
        });
        self = new Receiver(app, requests);
        await app.StartAsync();
        return self;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
