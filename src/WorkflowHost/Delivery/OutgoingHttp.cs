using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;

namespace WorkflowHost.Delivery;

/// <summary>Sends requests of the program through <see cref="GuardedHttp"/>, under one deadline and one size cap for the whole exchange.</summary>
public sealed class OutgoingHttp : IDisposable
{
    private readonly HttpClient _client;
    private readonly DeliveryOptions _options;

    public OutgoingHttp(IOptions<DeliveryOptions> options)
    {
        _options = options.Value;
        _client = new HttpClient(GuardedHttp.CreateHandler(_options)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Sends, and follows at most so many redirects; each target is checked like the first.</summary>
    public async Task<OutgoingAnswer> SendAsync(HttpRequestMessage request, int maxRedirects, CancellationToken ct)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(TimeSpan.FromSeconds(_options.TimeoutInSeconds));
        var started = Stopwatch.GetTimestamp();
        for (var next = request; ; maxRedirects--)
        {
            var answer = await SendOnceAsync(next, deadline.Token, ct) with { Duration = Stopwatch.GetElapsedTime(started) };
            var following = maxRedirects > 0 ? Redirect.Following(next, answer) : null;
            if (next != request)
                next.Dispose();
            if (following is null)
                return answer;
            next = following;
        }
    }

    private async Task<OutgoingAnswer> SendOnceAsync(HttpRequestMessage request, CancellationToken deadline, CancellationToken ct)
    {
        if (request.RequestUri is not { IsAbsoluteUri: true } address)
            return new OutgoingAnswer { Error = "not an absolute address", FailedToConnect = true };
        if (GuardedHttp.Refuse(address, _options) is { } refusal)
            return new OutgoingAnswer { Error = refusal, FailedToConnect = true };
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline);
            await using var stream = await response.Content.ReadAsStreamAsync(deadline);
            var body = await CappedBody.ReadAsync(stream, _options.MaxResponseSizeInBytes, deadline);
            return new OutgoingAnswer
            {
                StatusCode = (int)response.StatusCode,
                Headers = response.Headers.Concat(response.Content.Headers)
                    .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
                RetryAfter = response.Headers.RetryAfter,
                Body = body is null ? null : Encoding.UTF8.GetString(body),
                Error = body is null ? "the answer is too large" : null,
            };
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new OutgoingAnswer { Error = "no answer in time", TimedOut = true };
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new OutgoingAnswer
            {
                Error = e.InnerException is RefusedAddressException refused ? refused.Message : e.Message,
                FailedToConnect = true,
            };
        }
    }

    public void Dispose() => _client.Dispose();
}

/// <summary>What came back: a status, or why none did.</summary>
public sealed record OutgoingAnswer
{
    public int? StatusCode { get; init; }

    public string? Body { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public RetryConditionHeaderValue? RetryAfter { get; init; }

    public string? Error { get; init; }

    public bool FailedToConnect { get; init; }

    public bool TimedOut { get; init; }

    public TimeSpan Duration { get; init; }

    public bool Succeeded => StatusCode is >= 200 and < 300 && Error is null;
}
