using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowHost.Engine;

namespace WorkflowHost.Delivery;

/// <summary>Sends the HTTP requests that workflows ask for.</summary>
public sealed class WorkflowRequests(OutgoingHttp http)
{
    private const int MaxRedirects = 5;

    public async Task<HttpAnswer> SendAsync(SendHttp send, CancellationToken ct)
    {
        if (!Uri.TryCreate(send.Url, UriKind.Absolute, out var address))
            return new HttpAnswer { FailedToConnect = true };
        using var request = new HttpRequestMessage(new HttpMethod(send.Method), address);
        if (send.Content is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(send.Content));
            if (send.ContentType is not null && MediaTypeHeaderValue.TryParse(send.ContentType, out var type))
                request.Content.Headers.ContentType = type;
        }

        foreach (var (name, value) in send.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (send.Authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", send.Authorization);
        request.Headers.TryAddWithoutValidation("Idempotency-Key", $"\"{send.IdempotencyKey}\"");
        var answer = await http.SendAsync(request, MaxRedirects, ct);
        return new HttpAnswer
        {
            StatusCode = answer.StatusCode,
            Content = Parse(answer.Body),
            Headers = new JsonObject(answer.Headers.Select(h => KeyValuePair.Create(h.Key, (JsonNode?)h.Value))),
            FailedToConnect = answer.FailedToConnect,
            TimedOut = answer.TimedOut,
        };
    }

    private static JsonNode? Parse(string? body)
    {
        if (string.IsNullOrEmpty(body))
            return null;
        try
        {
            return JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            // Not JSON: the workflow gets the text as it is.
            return JsonValue.Create(body);
        }
    }
}
