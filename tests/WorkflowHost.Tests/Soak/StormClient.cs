using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace WorkflowHost.Tests.Soak;

/// <summary>
/// A person at a browser who submits one form after the other. What was not answered is sent again, with the same key,
/// until it is.
/// </summary>
internal sealed partial class StormClient : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly HttpClient _http;
    private readonly string _name;
    private string? _token;

    public StormClient(Uri address, int number)
    {
        _http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
        _name = string.Create(CultureInfo.InvariantCulture, $"storm-{number}");
    }

    /// <summary>Keys of submissions that were acknowledged.</summary>
    public ConcurrentQueue<string> Acknowledged { get; } = [];

    /// <summary>Tries that ended without an answer, or with an error.</summary>
    public int Unanswered { get; private set; }

    /// <summary>Refusals, which nobody here deserves.</summary>
    public List<string> Refused { get; } = [];

    public async Task RunAsync(CancellationToken noMore)
    {
        for (var number = 0; !noMore.IsCancellationRequested; number++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{_name}-{number:000000}");
            for (var waited = Stopwatch.StartNew(); !await TrySubmitAsync(key); await Task.Delay(Pause, CancellationToken.None))
            {
                if (waited.Elapsed > Patience)
                    throw new TimeoutException($"No answer to {key}: {string.Join("; ", Refused.TakeLast(3))}");
            }
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<bool> TrySubmitAsync(string key)
    {
        try
        {
            _token ??= await SignInAsync();
            using var request = new HttpRequestMessage(HttpMethod.Post, "api/start/intake/submission?version=1")
            {
                Content = JsonContent.Create(new { data = new { name = key }, site = "north" }),
            };
            request.Headers.Add("X-CSRF-Token", _token);
            request.Headers.Add("Idempotency-Key", key);
            using var answer = await _http.SendAsync(request);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                Acknowledged.Enqueue(key);
                return true;
            }

            if ((int)answer.StatusCode < 500 && answer.StatusCode != HttpStatusCode.Conflict)
                Refused.Add($"{key}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException)
        {
            // Killed in the middle: nothing is known.
        }

        Unanswered++;
        return false;
    }

    private async Task<string> SignInAsync()
    {
        using var answer = await _http.PostAsync("sign-in", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = TokenIn(await _http.GetStringAsync("sign-in")),
            ["User"] = StormContent.User,
            ["Password"] = StormContent.Password,
        }));
        if (answer.StatusCode != HttpStatusCode.Found)
            throw new HttpRequestException($"Signing in ended with {answer.StatusCode}.");
        return TokenIn(await _http.GetStringAsync("start/intake"));
    }

    private static string TokenIn(string page)
    {
        var match = Token().Match(page);
        return match.Success
            ? WebUtility.HtmlDecode(match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value)
            : throw new HttpRequestException("The page has no antiforgery token.");
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)"|data-csrf="([^"]+)""")]
    private static partial Regex Token();
}
