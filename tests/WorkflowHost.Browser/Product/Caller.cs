using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace WorkflowHost.Browser.Product;

/// <summary>Somebody who works with the product without a browser: fills forms as the form script does.</summary>
public sealed partial class Caller : IDisposable
{
    private readonly HttpClient _client;

    private Caller(Uri address) => _client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };

    internal static async Task<Caller> SignInAsync(ProductServer server, string role)
    {
        var caller = new Caller(server.Address);
        var token = Token().Match(await caller._client.GetStringAsync(new Uri("/sign-in", UriKind.Relative))).Groups[1].Value;
        using var answer = await caller._client.PostAsync(new Uri("/sign-in", UriKind.Relative), new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", token), new("User", $"{role}@demo.local"), new("Password", server.DemoPassword),
        ]));
        ((int)answer.StatusCode).ShouldBe(302, $"{role} could not sign in");
        return caller;
    }

    /// <summary>Opens a start form and sends it; null when it was accepted, else what the product said.</summary>
    public async Task<string?> StartAsync(string form, JsonObject data, string? site = null)
    {
        var page = await _client.GetStringAsync(new Uri($"/start/{form}", UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Post, System.Net.WebUtility.HtmlDecode(SubmitTo().Match(page).Groups[1].Value))
        {
            Content = JsonContent.Create(new { data, site = site ?? Site().Match(page).Groups[1].Value }),
        };
        request.Headers.Add("X-CSRF-Token", System.Net.WebUtility.HtmlDecode(Csrf().Match(page).Groups[1].Value));
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await _client.SendAsync(request);
        return answer.IsSuccessStatusCode ? null : $"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}";
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("data-csrf=\"([^\"]+)\"")]
    private static partial Regex Csrf();

    [GeneratedRegex("data-submit=\"([^\"]+)\"")]
    private static partial Regex SubmitTo();

    [GeneratedRegex("id=\"sheet-site\"[^>]*(?:value=\"|>\\s*<option value=\")([^\"]+)\"")]
    private static partial Regex Site();
}
