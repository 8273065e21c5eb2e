using System.Net.Http.Json;

namespace WorkflowHost.Tests.Pages;

/// <summary>What a browser does, in one call.</summary>
internal static class PortalCalls
{
    /// <summary>Opens a page, takes its token and posts a form.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(
        this HttpClient client, string page, string address, params (string Name, string Value)[] fields)
    {
        var token = PortalHost.TokenIn(await client.GetStringAsync(page));
        return await client.PostAsync(address, new FormUrlEncodedContent(
            fields.Append(("__RequestVerificationToken", token)).ToDictionary(field => field.Item1, field => field.Item2)));
    }

    /// <summary>Opens a page, takes its token and sends JSON as the page's script does.</summary>
    public static async Task<HttpResponseMessage> SendJsonAsync(
        this HttpClient client, HttpMethod method, string page, string address, object body, string? idempotencyKey = null)
    {
        var request = new HttpRequestMessage(method, address) { Content = JsonContent.Create(body) };
        request.Headers.Add("X-CSRF-Token", PortalHost.TokenIn(await client.GetStringAsync(page)));
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        return await client.SendAsync(request);
    }
}
