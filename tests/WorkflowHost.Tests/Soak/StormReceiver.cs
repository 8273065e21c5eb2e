using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace WorkflowHost.Tests.Soak;

/// <summary>The other side of the workflow's requests: remembers under which keys it heard of each instance.</summary>
internal sealed class StormReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StormReceiver(WebApplication app) => _app = app;

    /// <summary>Keys by instance id, one per request.</summary>
    public ConcurrentDictionary<string, ConcurrentQueue<string>> Heard { get; } = new(StringComparer.Ordinal);

    public int Port => new Uri(_app.Urls.First()).Port;

    public static async Task<StormReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var receiver = new StormReceiver(builder.Build());
        receiver._app.Urls.Add("http://127.0.0.1:0");
        receiver._app.MapPost("/", receiver.HearAsync);
        await receiver._app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> HearAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var instance = (await reader.ReadToEndAsync()).Trim('"');
        Heard.GetOrAdd(instance, _ => new()).Enqueue(request.Headers["Idempotency-Key"].ToString());
        return Results.Ok();
    }
}
